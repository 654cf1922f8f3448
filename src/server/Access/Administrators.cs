using Centrala.Server.Database;

namespace Centrala.Server.Access;

/// <summary>Sees to it that somebody can always manage people.</summary>
static class Administrators
{
    /// <summary>
    /// Reads and locks the active administrators, so that two of them cannot remove each other at once.
    /// </summary>
    public static Task<IReadOnlyList<Guid>> Lock(Work work) => work.Query<Guid>("""
        select id from person where 'admin' = any(roles) and deactivated_at is null order by id for update
        """);

    public static bool IsLast(IReadOnlyList<Guid> administrators, Guid person) =>
        administrators.Count == 1 && administrators[0] == person;
}

using Centrala.Server.Database;

namespace Centrala.Server.Chat;

/// <summary>Who in the centre can see the conversations of a partner, as far as the asker knows them.</summary>
static class Colleagues
{
    /// <summary>People in one answer.</summary>
    public const int Max = 1_000;

    public static Task<IReadOnlyList<ColleagueView>> Of(Work work, Guid partner) => work.Query<ColleagueView>("""
        select id, name from person
        where deactivated_at is null and roles && '{agent,lead,quality,admin}'
          and (partners @> array[@partner] or 'admin' = any(roles))
        order by name, id limit @Max
        """, new { partner, Max });
}

sealed record ColleagueView(Guid Id, string Name);

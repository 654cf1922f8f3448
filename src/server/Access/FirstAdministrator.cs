using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>Lets the operator of an empty installation in.</summary>
static class FirstAdministrator
{
    /// <summary>Makes a fresh one-time link when nobody could manage people; a former one stops working.</summary>
    /// <returns>The path to print after the installation's address; null when there is an administrator.</returns>
    public static async Task<string?> Link(Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        if (await work.Single<bool>(
            "select exists (select from person where 'admin' = any(roles) and deactivated_at is null)")) return null;
        var path = await OneTimeLink.Make(work, LinkKind.FirstAdministrator, null, time.GetUtcNow());
        await work.Commit();
        return path;
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>The kinds of doing that stand in the audit log, to ask for one of them.</summary>
static class ListAuditActions
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/audit/actions", Handle).WithName("listAuditActions").WithSummary("Which actions are in the audit log")
        .Requires(Permission.ReadAudit);

    /// <remarks>Steps from each action to the next one in the index: the log may be long, its kinds are few.</remarks>
    static async Task<Ok<IReadOnlyList<string>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<string>("""
            with recursive kinds (action) as (
              (select action from audit order by action limit 1)
              union all
              select (select action from audit a where a.action > kinds.action order by a.action limit 1)
              from kinds where kinds.action is not null)
            select action from kinds where action is not null
            """));
    }
}

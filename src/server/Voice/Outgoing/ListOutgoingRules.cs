using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>What agents may call in which partners' names; a partner that is not named lets nobody call.</summary>
static class ListOutgoingRules
{
    public sealed record Response(IReadOnlyList<RuleView> Rules);

    /// <inheritdoc cref="SaveOutgoingRule.Request"/>
    public sealed record RuleView(Guid PartnerId, IReadOnlyList<string> Prefixes, string HomeCountry, int AgentCalls, int AllCalls);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/outgoing-rules", Handle).WithName("listOutgoingRules").WithSummary("What agents may call in partners' names")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var rows = await work.Query<Row>("""
            select r.partner_id, r.prefixes, r.home_country, r.agent_calls, r.all_calls
            from outgoing_rule r join partner p on p.id = r.partner_id where p.removed_at is null order by p.name
            """);
        return TypedResults.Ok(new Response(
            [.. rows.Select(row => new RuleView(row.PartnerId, row.Prefixes, row.HomeCountry, row.AgentCalls, row.AllCalls))]));
    }

    sealed record Row(Guid PartnerId, string[] Prefixes, string HomeCountry, int AgentCalls, int AllCalls);
}

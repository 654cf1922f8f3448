using System.Text.RegularExpressions;
using Centrala.Server.Access;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>Says what a partner's agents may call; without it they call nobody.</summary>
static partial class SaveOutgoingRule
{
    const int AgentCallsMax = 10_000, AllCallsMax = 1_000_000, PrefixesMax = 200;

    /// <param name="Prefixes">+ and the first digits of what may be called: +48, +4420.</param>
    /// <param name="HomeCountry">Of numbers that are typed without one: +48.</param>
    /// <param name="AgentCalls">Of one agent a day (UTC).</param>
    /// <param name="AllCalls">Of all agents a day (UTC).</param>
    public sealed record Request(IReadOnlyList<string> Prefixes, string HomeCountry, int AgentCalls, int AllCalls);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/partners/{id:guid}/outgoing", Handle).WithName("saveOutgoingRule")
            .WithSummary("Say what a partner's agents may call").Requires(Permission.ManageOrganisation);
        routes.MapDelete("/partners/{id:guid}/outgoing", Remove).WithName("removeOutgoingRule")
            .WithSummary("Let nobody call out in a partner's name").Requires(Permission.ManageOrganisation);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Range(request.AgentCalls, 0, AgentCallsMax, "agentCalls");
        faults.Range(request.AllCalls, 0, AllCallsMax, "allCalls");
        if (faults.Answer() is { } wrong) return wrong;
        var form = new Validation()
            .Check("prefixes", request.Prefixes.Count is 0 or > PrefixesMax || !request.Prefixes.All(one => Prefix().IsMatch(one))
                ? Say($"1 to {PrefixesMax} beginnings of numbers, each + and 1 to 15 digits.") : null)
            .Check("homeCountry", Country().IsMatch(request.HomeCountry) ? null : Say($"+ and the digits of a country."));
        if (form.Failed) return form.Answer();
        await using var work = await database.Begin(actor, cancel);
        var stored = await work.Execute("""
            insert into outgoing_rule (partner_id, prefixes, home_country, agent_calls, all_calls)
            select id, @prefixes, @HomeCountry, @AgentCalls, @AllCalls from partner where id = @id and removed_at is null
            on conflict (partner_id) do update set prefixes = @prefixes, home_country = @HomeCountry, agent_calls = @AgentCalls, all_calls = @AllCalls
            """, new { id, prefixes = request.Prefixes.ToArray(), request.HomeCountry, request.AgentCalls, request.AllCalls });
        if (stored == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "outgoing-rule-changed", "partner", id, request);
        await work.Commit();
        return TypedResults.NoContent();
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("delete from outgoing_rule where partner_id = @id", new { id }) == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "outgoing-rule-removed", "partner", id);
        await work.Commit();
        return TypedResults.NoContent();
    }

    [GeneratedRegex(@"^\+[0-9]{1,15}\z")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\+[0-9]{1,4}\z")]
    private static partial Regex Country();
}

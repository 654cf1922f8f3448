using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>Says how a person is routed to: skills, team, partners, queues, capacity.</summary>
static class SaveAgent
{
    /// <param name="Trust">0–100.</param>
    /// <param name="Partners">Whom the person serves; exactly their data is then also seen.</param>
    /// <param name="Queues">Of which the person is a member by name, beside what the queues' own rule says.</param>
    /// <param name="Channels">Only what differs from the usual cost and number at once.</param>
    /// <param name="Weight">1–100: the share of offers where agents take turns by weight.</param>
    /// <param name="TakesFromLongest">The longest queue first, instead of the highest rank.</param>
    public sealed record Request(
        int Version, Guid? TeamId, Guid? VendorId, int Trust, IReadOnlyList<SkillView> Skills, IReadOnlyList<Guid> Partners,
        IReadOnlyList<Guid> Queues, IReadOnlyList<ChannelView> Channels, int Weight = AgentSettings.UsualWeight,
        bool TakesFromLongest = false);

    /// <param name="Level">1–5.</param>
    public sealed record SkillView(Guid Id, int Level);

    /// <param name="Cost">1–100 of an agent's 100 points.</param>
    /// <param name="Maximum">0–100 at once, at most 1 for calls.</param>
    public sealed record ChannelView(Channel Channel, int Cost, int Maximum);

    const string Upsert = """
        insert into agent (id, team_id, vendor_id, trust, weight, takes_from_longest, last_edit)
        values (@id, @TeamId, @VendorId, @Trust, @Weight, @TakesFromLongest, @edit)
        on conflict (id) do update set team_id = @TeamId, vendor_id = @VendorId, trust = @Trust, weight = @Weight,
          takes_from_longest = @TakesFromLongest, version = agent.version + 1, last_edit = @edit, removed_at = null
        where agent.version = @version
        returning version
        """;

    const string Parts = """
        delete from agent_skill where agent_id = @id;
        insert into agent_skill (agent_id, skill_id, level) select @id, * from unnest(@skills, @levels);
        delete from agent_channel where agent_id = @id;
        insert into agent_channel (agent_id, channel, cost, maximum) select @id, * from unnest(@channels, @costs, @maxima);
        delete from queue_member where agent_id = @id;
        insert into queue_member (queue_id, agent_id) select queue, @id from unnest(@queues) queue;
        update person set partners = @partners, version = version + 1 where id = @id and partners is distinct from @partners;
        update agent set person_version = (select version from person where id = @id) where id = @id;
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/agents/{id:guid}", Handle).WithName("saveAgent").WithSummary("Say how a person is routed to")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        return await Store(edit, id, request) ?? await edit.Commit();
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(Edit edit, Guid id, Request request)
    {
        var isAgent = await edit.Work.Single<bool?>(
            "select 'agent' = any(roles) or 'lead' = any(roles) from person where id = @id", new { id });
        if (isAgent is null) return CommonProblems.NotFound.Answer();
        var faults = new Faults();
        faults.Unless(isAgent.Value, "id", Say($"The person has neither the role agent nor the role lead."));
        await Check(request, edit.Work, faults);
        if (faults.Answer() is { } wrong) return wrong;

        var values = new { request.TeamId, request.VendorId, request.Trust, request.Weight, request.TakesFromLongest };
        if (await edit.Store("agent", Upsert, id, request.Version, request, values) is { } answer) return answer;
        await edit.Work.Execute(Parts, new
        {
            id,
            skills = request.Skills.Select(skill => skill.Id).ToArray(),
            levels = request.Skills.Select(skill => (short)skill.Level).ToArray(),
            channels = request.Channels.Select(channel => Wording.Of(channel.Channel)).ToArray(),
            costs = request.Channels.Select(channel => (short)channel.Cost).ToArray(),
            maxima = request.Channels.Select(channel => (short)channel.Maximum).ToArray(),
            queues = request.Queues.ToArray(),
            partners = request.Partners.ToArray(),
        });
        edit.Tell(CellCommand.ConfigureAgent(await AgentProfiles.One(edit.Work, id)));
        return null;
    }

    static async Task Check(Request request, Work work, Faults faults)
    {
        faults.Range(request.Trust, 0, Limits.HighestTrust, "trust");
        faults.Range(request.Weight, 1, Limits.HighestWeight, "weight");
        foreach (var skill in request.Skills) faults.Range(skill.Level, 1, Limits.HighestLevel, $"skills.{skill.Id}");
        foreach (var channel in request.Channels) Check(channel, faults);
        Once(request.Channels.Select(channel => channel.Channel), "channels", faults);
        faults.Unless(request.Skills.Count <= Limits.SkillsPerAgent, "skills", Say($"At most {Limits.SkillsPerAgent} skills."));
        faults.Unless(request.Partners.Count <= Limits.PartnersPerAgent, "partners", Say($"At most {Limits.PartnersPerAgent} partners."));
        faults.Unless(request.Queues.Count <= Limits.QueuesPerAgent, "queues", Say($"At most {Limits.QueuesPerAgent} queues."));
        if (faults.Count > 0) return;
        await Known(work, "team", request.TeamId is { } team ? [team] : [], "teamId", faults);
        await Known(work, "vendor", request.VendorId is { } vendor ? [vendor] : [], "vendorId", faults);
        await Known(work, "skill", [.. request.Skills.Select(skill => skill.Id)], "skills", faults);
        await Known(work, "partner", request.Partners, "partners", faults);
        await Known(work, "queue", request.Queues, "queues", faults);
    }

    static void Check(ChannelView channel, Faults faults)
    {
        var field = $"channels.{Wording.Of(channel.Channel)}";
        faults.Range(channel.Cost, 1, Limits.Points, field);
        faults.Range(channel.Maximum, 0, channel.Channel == Channel.Call ? 1 : 100, field);
    }

    static async Task Known(Work work, string table, IReadOnlyList<Guid> ids, string field, Faults faults)
    {
        Once(ids, field, faults);
        if (ids.Count == 0) return;
        var unknown = await work.Query<Guid>(
            $"select id from unnest(@ids) id where not exists (select from {table} t where t.id = id.id and t.removed_at is null)",
            new { ids = ids.ToArray() });
        foreach (var id in unknown) faults.Add(field, Say($"{id} is not there any more."));
    }

    static void Once<T>(IEnumerable<T> items, string field, Faults faults)
    {
        foreach (var twice in items.GroupBy(item => item).Where(group => group.Skip(1).Any()))
            faults.Add(field, Say($"{twice.Key} stands in the list twice."));
    }
}

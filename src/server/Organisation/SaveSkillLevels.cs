using System.Security.Cryptography;
using Centrala.Core.Vocabulary;
using Centrala.Server.Access;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>
/// Changes skills, levels and teams of many agents at once, as a grid is edited: all of it or nothing. Each change names what
/// stood there, so that nobody's edit made meanwhile is overwritten; the same with both sides turned undoes it.
/// </summary>
static class SaveSkillLevels
{
    public const int ChangesMax = 5_000;

    public sealed record Request(IReadOnlyList<LevelChange> Levels, IReadOnlyList<TeamChange> Teams);

    /// <param name="From">0 where the agent did not have the skill.</param>
    /// <param name="To">0–5; 0 takes the skill away.</param>
    public sealed record LevelChange(Guid AgentId, Guid SkillId, int From, int To);

    public sealed record TeamChange(Guid AgentId, Guid? From, Guid? To);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/skill-levels", Handle).WithName("saveSkillLevels").WithSummary("Change skills and teams of many agents at once")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, Actor actor, Db database, Cell cell, TimeProvider time, CancellationToken cancel)
    {
        if (Check(request).Answer() is { } wrong) return wrong;
        await using var work = await database.Begin(actor, cancel);
        var agents = request.Levels.Select(change => change.AgentId).Concat(request.Teams.Select(change => change.AgentId))
            .Distinct().Order().ToArray();
        var locked = await work.Query<Guid>(
            "select id from agent where id = any(@agents) and removed_at is null order by id for update", new { agents });
        if (locked.Count < agents.Length) return CommonProblems.NotFound.Answer();
        if (await Stale(work, request)) return CommonProblems.ChangedMeanwhile.Answer();
        if (await Objection(work, request) is { } unknown) return unknown;

        await Store(work, request, agents);
        foreach (var agent in await AgentProfiles.Of(work, agents)) await Inbox.Add(work, CellCommand.ConfigureAgent(agent));
        foreach (var agent in agents) await Audit.Write(work, actor, time.GetUtcNow(), "agent-changed", "agent", agent);
        await work.Commit();
        cell.Wake();
        return TypedResults.NoContent();
    }

    static Faults Check(Request request)
    {
        var faults = new Faults();
        faults.Unless(request.Levels.Count + request.Teams.Count is > 0 and <= ChangesMax, "levels", Say($"1 to {ChangesMax} changes."));
        foreach (var change in request.Levels.Take(ChangesMax))
            faults.Range(change.To, 0, Limits.HighestLevel, $"levels.{change.AgentId}.{change.SkillId}");
        faults.Unless(
            request.Levels.DistinctBy(change => (change.AgentId, change.SkillId)).Count() == request.Levels.Count
            && request.Teams.DistinctBy(change => change.AgentId).Count() == request.Teams.Count, "levels", Say($"Each cell once."));
        return faults;
    }

    static Task<bool> Stale(Work work, Request request) => work.Single<bool>("""
        select exists (
          select from unnest(@agents, @skills, @levels) as change (agent, skill, level)
          left join agent_skill s on s.agent_id = change.agent and s.skill_id = change.skill
          where coalesce(s.level, 0) <> change.level)
        or exists (
          select from unnest(@teamAgents, @teams) as change (agent, team) join agent a on a.id = change.agent
          where a.team_id is distinct from change.team)
        """, new
    {
        agents = request.Levels.Select(change => change.AgentId).ToArray(),
        skills = request.Levels.Select(change => change.SkillId).ToArray(),
        levels = request.Levels.Select(change => change.From).ToArray(),
        teamAgents = request.Teams.Select(change => change.AgentId).ToArray(),
        teams = request.Teams.Select(change => change.From).ToArray(),
    });

    static async Task<ProblemHttpResult?> Objection(Work work, Request request)
    {
        var faults = new Faults();
        var skills = request.Levels.Where(change => change.To > 0).Select(change => change.SkillId).Distinct().ToArray();
        var teams = request.Teams.Select(change => change.To).OfType<Guid>().Distinct().ToArray();
        faults.Unless(await Known(work, "skill", skills), "levels", Say($"A skill of them no longer exists."));
        faults.Unless(await Known(work, "team", teams), "teams", Say($"A team of them no longer exists."));
        return faults.Answer();
    }

    static Task<bool> Known(Work work, string table, Guid[] ids) => work.Single<bool>(
        $"select count(*) = @expected from {table} where id = any(@ids) and removed_at is null", new { ids, expected = ids.Length });

    static Task Store(Work work, Request request, Guid[] agents) => work.Execute("""
        delete from agent_skill s using unnest(@agents, @skills) as change (agent, skill)
        where s.agent_id = change.agent and s.skill_id = change.skill;
        insert into agent_skill (agent_id, skill_id, level)
        select agent, skill, level from unnest(@agents, @skills, @levels) as change (agent, skill, level) where level > 0;
        update agent set team_id = change.team
        from unnest(@teamAgents, @teams) as change (agent, team) where id = change.agent;
        update agent set version = version + 1, last_edit = @edit where id = any(@changed)
        """, new
    {
        agents = request.Levels.Select(change => change.AgentId).ToArray(),
        skills = request.Levels.Select(change => change.SkillId).ToArray(),
        levels = request.Levels.Select(change => (short)change.To).ToArray(),
        teamAgents = request.Teams.Select(change => change.AgentId).ToArray(),
        teams = request.Teams.Select(change => change.To).ToArray(),
        changed = agents,
        edit = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes),
    });
}

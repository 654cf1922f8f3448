using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>Reads agents as the router knows them.</summary>
static class AgentProfiles
{
    const string Select = """
        select a.id, a.team_id, a.vendor_id, a.trust, a.weight, a.takes_from_longest, p.partners,
          array(select skill_id from agent_skill s where s.agent_id = a.id order by skill_id) as skills,
          array(select level from agent_skill s where s.agent_id = a.id order by skill_id) as levels,
          array(select queue_id from queue_member m join queue q on q.id = m.queue_id
                where m.agent_id = a.id and q.removed_at is null order by queue_id) as queues,
          array(select channel from agent_channel c where c.agent_id = a.id order by channel) as channels,
          array(select cost from agent_channel c where c.agent_id = a.id order by channel) as costs,
          array(select maximum from agent_channel c where c.agent_id = a.id order by channel) as maxima
        from agent a join person p on p.id = a.id
        where a.removed_at is null
        """;

    public static async Task<IReadOnlyList<AgentSettings>> All(Work work) =>
        [.. (await work.Query<Row>(Select + " order by a.id")).Select(Settings)];

    /// <returns>In order of ids.</returns>
    public static async Task<IReadOnlyList<AgentSettings>> Of(Work work, IReadOnlyList<Guid> ids) =>
        [.. (await work.Query<Row>(Select + " and a.id = any(@ids) order by a.id", new { ids = ids.ToArray() })).Select(Settings)];

    public static async Task<AgentSettings> One(Work work, Guid id) =>
        Settings((await work.Single<Row>(Select + " and a.id = @id", new { id }))!);

    static AgentSettings Settings(Row row) => new()
    {
        Id = row.Id,
        Team = row.TeamId,
        Vendor = row.VendorId,
        Trust = row.Trust,
        Weight = row.Weight,
        TakesFromLongestQueue = row.TakesFromLongest,
        Skills = [.. row.Skills.Zip(row.Levels, (skill, level) => new SkillLevel(skill, level))],
        Partners = row.Partners,
        Queues = row.Queues,
        Capacities = [.. row.Channels.Select((channel, n) => new Capacity(Wording.Read<Channel>(channel), row.Costs[n], row.Maxima[n]))],
    };

    // Properties, because a constructor's parameters do not take the driver's arrays.
    sealed class Row
    {
        public Guid Id { get; init; }
        public Guid? TeamId { get; init; }
        public Guid? VendorId { get; init; }
        public short Trust { get; init; }
        public short Weight { get; init; }
        public bool TakesFromLongest { get; init; }
        public Guid[] Partners { get; init; } = [];
        public Guid[] Skills { get; init; } = [];
        public short[] Levels { get; init; } = [];
        public Guid[] Queues { get; init; } = [];
        public string[] Channels { get; init; } = [];
        public short[] Costs { get; init; } = [];
        public short[] Maxima { get; init; } = [];
    }
}

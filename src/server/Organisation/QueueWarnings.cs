using Centrala.Core.Routing;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>Looks for settings of a queue that are allowed but leave customers waiting.</summary>
static class QueueWarnings
{
    public static async Task<IReadOnlyList<Warning>> Of(QueueSettings queue, string name, Work work, Words words)
    {
        var agents = await AgentProfiles.All(work);
        var members = agents.Where(agent => agent.BelongsTo(queue)).ToList();
        if (members.Count == 0) return [Warning.NoMembers()];
        var languages = await Languages(work, queue.Partner);
        var others = await Others(queue, work, words);
        return [
            .. queue.Steps.SelectMany((step, n) => Steps(step, n + 1, members, languages)),
            .. others.Where(other => members.Any(agent => agent.BelongsTo(other.Settings)))
                .SelectMany(other => Starving(name, queue, other.Name, other.Settings)),
        ];
    }

    /// <summary>The partner's languages with the skills that stand for them, where there are any.</summary>
    public static Task<IReadOnlyList<Spoken>> Languages(Work work, Guid partner) => work.Query<Spoken>("""
        select tag, s.id as skill
        from partner p, unnest(p.languages) with ordinality as spoken (tag, place) left join skill s on s.language = tag
        where p.id = @partner order by place
        """, new { partner });

    static IEnumerable<Warning> Steps(
        Step step, int number, List<AgentSettings> members, IReadOnlyList<Spoken> languages)
    {
        var missing = languages.Where(language => !members.Any(agent => step.Requires.Fits(agent, language.Skill ?? Guid.Empty)));
        var tags = missing.Select(language => language.Tag).ToList();
        return tags.Count == languages.Count
            ? [Warning.NobodyFits(number, null)]
            : tags.Select(tag => Warning.NobodyFits(number, tag));
    }

    static IEnumerable<Warning> Starving(string name, QueueSettings queue, string otherName, QueueSettings other) =>
        Starving(name, queue, otherName, other, other.Id).Concat(Starving(otherName, other, name, queue, other.Id));

    /// <summary>Whether contacts of the first queue can keep those of the second from ever being the highest.</summary>
    static IEnumerable<Warning> Starving(string name, QueueSettings first, string otherName, QueueSettings second, Guid about)
    {
        if (Starvation.Of(first, second) is not { } starvation) return [];
        return [starvation.AfterSeconds == 0
            ? Warning.Starves(name, otherName, about)
            : Warning.CanStarve(name, otherName, starvation.AfterSeconds, about)];
    }

    static async Task<IReadOnlyList<(string Name, QueueSettings Settings)>> Others(QueueSettings queue, Work work, Words words)
    {
        var rows = await work.Query<Row>("""
            select id, partner_id, name, members, base_milli, slope_milli, cap_milli from queue
            where id <> @Id and removed_at is null order by name
            """, new { queue.Id });
        return [.. rows.Select(row => (row.Name, new QueueSettings
        {
            Id = row.Id,
            Partner = row.PartnerId,
            Members = row.Members is null ? null : RequirementText.Requirement(row.Members, words, "members", new Faults()),
            BaseMilli = row.BaseMilli,
            SlopeMilli = row.SlopeMilli,
            CapMilli = row.CapMilli,
        }))];
    }

    sealed record Row(Guid Id, Guid PartnerId, string Name, string? Members, int BaseMilli, int SlopeMilli, int CapMilli);

    public sealed record Spoken(string Tag, Guid? Skill);
}

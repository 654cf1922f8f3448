using Centrala.Server.Database;

namespace Centrala.Server.Organisation;

/// <summary>What the words in requirements stand for.</summary>
/// <param name="Skills">Skills and languages by word.</param>
/// <param name="Agents">Everybody who may be named.</param>
public sealed record Words(
    IReadOnlyDictionary<string, Guid> Skills, IReadOnlyDictionary<string, Guid> Teams,
    IReadOnlyDictionary<string, Guid> Vendors, IReadOnlySet<Guid> Agents)
{
    internal static async Task<Words> Load(Work work)
    {
        var rows = await work.Query<Row>("""
            select 'skill' as kind, word, id from skill where removed_at is null
            union all select 'team', word, id from team where removed_at is null
            union all select 'vendor', word, id from vendor where removed_at is null
            union all select 'agent', '', id from agent where removed_at is null
            """);
        Dictionary<string, Guid> Of(string kind) =>
            rows.Where(row => row.Kind == kind).ToDictionary(row => row.Word, row => row.Id);
        return new Words(
            Of("skill"), Of("team"), Of("vendor"), rows.Where(row => row.Kind == "agent").Select(row => row.Id).ToHashSet());
    }

    sealed record Row(string Kind, string Word, Guid Id);
}

using System.Text.Json;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Everything that has a name and changes seldom, as far as the reader may see it.</summary>
static class ShowOrganisation
{
    public sealed record Response(
        IReadOnlyList<PartnerView> Partners, IReadOnlyList<SkillView> Skills, IReadOnlyList<TeamView> Teams,
        IReadOnlyList<VendorView> Vendors, IReadOnlyList<AwayKindView> AwayKinds, IReadOnlyList<CalendarView> OpeningCalendars);

    public sealed class PartnerView
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string Name { get; init; }
        public required string Colour { get; init; }
        public required string[] Languages { get; init; }
        public required string[] Tags { get; init; }
        public required bool OnlyTags { get; init; }
    }

    /// <param name="Kind"><c>skill</c> or <c>language</c>.</param>
    public sealed record SkillView(Guid Id, int Version, string Kind, string Word, string? Language, string Name);

    public sealed record TeamView(Guid Id, int Version, string Word, string Name, Guid? LeadId);

    public sealed record VendorView(Guid Id, int Version, string Word, string Name);

    /// <param name="Chosen">False for the one that stands for an unanswered offer, which nobody chooses.</param>
    public sealed record AwayKindView(Guid Id, int Version, string Name, int Position, bool Chosen);

    public sealed record CalendarView(Guid Id, int Version, Guid? PartnerId, string Name, string TimeZone, Hours Hours);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisation", Handle).WithName("showOrganisation")
        .WithSummary("Partners, skills, teams, vendors, reasons for being away and opening hours").Requires(Permission.OwnAccount);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await Read(work));
    }

    internal static async Task<Response> Read(Work work)
    {
        return new Response(
            await work.Query<PartnerView>(
                "select id, version, name, colour, languages, tags, only_tags from partner where removed_at is null order by name, id"),
            await work.Query<SkillView>(
                "select id, version, kind, word, language, name from skill where removed_at is null order by kind desc, name, id"),
            await work.Query<TeamView>(
                "select id, version, word, name, lead_id from team where removed_at is null order by name, id"),
            await work.Query<VendorView>("select id, version, word, name from vendor where removed_at is null order by name, id"),
            await work.Query<AwayKindView>(
                "select id, version, name, position, chosen from away_kind where removed_at is null order by position, name, id"),
            await Calendars(work));
    }

    static async Task<IReadOnlyList<CalendarView>> Calendars(Work work) =>
    [
        .. (await work.Query<CalendarRow>("""
            select id, version, partner_id, name, time_zone, hours::text as hours
            from opening_calendar where removed_at is null order by name, id
            """)).Select(row => new CalendarView(row.Id, row.Version, row.PartnerId, row.Name, row.TimeZone,
                JsonSerializer.Deserialize<Hours>(row.Hours, JsonSerializerOptions.Web)!)),
    ];

    sealed record CalendarRow(Guid Id, int Version, Guid? PartnerId, string Name, string TimeZone, string Hours);
}

using Centrala.Server.Database;

namespace Centrala.Server.Organisation;

/// <summary>
/// The organisation as one text: to be kept, compared, and put into another centre. People are not in it, so neither are
/// the leads of teams. Entries have the ids that they have here; versions are this centre's own and stand as 0.
/// </summary>
/// <param name="Format">1.</param>
sealed record SettingsText(
    int Format, IReadOnlyList<SettingsText.Partner> Partners, IReadOnlyList<SettingsText.Skill> Skills,
    IReadOnlyList<SettingsText.Team> Teams, IReadOnlyList<SettingsText.Vendor> Vendors,
    IReadOnlyList<SettingsText.AwayKind> AwayKinds, IReadOnlyList<SettingsText.Calendar> OpeningCalendars,
    IReadOnlyList<SettingsText.Queue> Queues)
{
    public const int PresentFormat = 1;

    public sealed record Partner(Guid Id, SavePartner.Request Settings);

    public sealed record Skill(Guid Id, SaveSkill.Request Settings);

    public sealed record Team(Guid Id, SaveTeam.Request Settings);

    public sealed record Vendor(Guid Id, SaveVendor.Request Settings);

    public sealed record AwayKind(Guid Id, SaveAwayKind.Request Settings);

    public sealed record Calendar(Guid Id, SaveOpeningCalendar.Request Settings);

    public sealed record Queue(Guid Id, QueueRequest Settings);

    /// <summary>As the actor may see it, in order of names.</summary>
    /// <param name="versions">Whether entries name their versions, to be edited here.</param>
    internal static async Task<SettingsText> Read(Work work, bool versions)
    {
        var known = await ShowOrganisation.Read(work);
        int Of(int version) => versions ? version : 0;
        return new(
            PresentFormat,
            [.. known.Partners.Select(view => new Partner(view.Id, new(Of(view.Version), view.Name, view.Colour, view.Languages, view.Tags, view.OnlyTags)))],
            [.. known.Skills.Select(view => new Skill(view.Id, new(Of(view.Version), view.Word, view.Name, view.Language)))],
            [.. known.Teams.Select(view => new Team(view.Id, new(Of(view.Version), view.Word, view.Name, versions ? view.LeadId : null)))],
            [.. known.Vendors.Select(view => new Vendor(view.Id, new(Of(view.Version), view.Word, view.Name)))],
            [.. known.AwayKinds.Where(view => view.Chosen)
                .Select(view => new AwayKind(view.Id, new(Of(view.Version), view.Name, view.Position)))],
            [.. known.OpeningCalendars.Select(view => new Calendar(
                view.Id, new(Of(view.Version), view.PartnerId, view.Name, view.TimeZone, view.Hours)))],
            [.. (await ListQueues.Read(work)).Select(view => new Queue(
                view.Id, view.Settings with { Version = Of(view.Settings.Version) }))]);
    }
}

using Centrala.Server.Access;
using Centrala.Server.Chat;
using Centrala.Server.Database;
using Centrala.Server.Organisation;
using Centrala.Server.Voice;
using Centrala.Server.Voice.Answering;

namespace Centrala.Server.Portability;

/// <summary>
/// What was set up as one text: to be kept, compared, and put into another centre. Entries have the ids that they have here;
/// versions are this centre's own and stand as 0. Secrets are not in it: no passwords, no keys that vouch for customers.
/// </summary>
/// <param name="Format">1.</param>
/// <param name="Widgets">Absent in texts that know of none.</param>
/// <param name="People">Absent where people were not asked for; then the leads of teams are absent too.</param>
/// <param name="Agents">How people are routed to; absent with the people.</param>
/// <param name="Clocks">Of the whole centre; absent in texts that know of none.</param>
/// <param name="AnsweringPlans">What callers go through; absent in texts that know of none. Recordings are not in it.</param>
/// <param name="TelephoneNumbers">Likewise.</param>
sealed record SettingsText(
    int Format, IReadOnlyList<SettingsText.Partner> Partners, IReadOnlyList<SettingsText.Skill> Skills,
    IReadOnlyList<SettingsText.Team> Teams, IReadOnlyList<SettingsText.Vendor> Vendors,
    IReadOnlyList<SettingsText.AwayKind> AwayKinds, IReadOnlyList<SettingsText.Calendar> OpeningCalendars,
    IReadOnlyList<SettingsText.Queue> Queues, IReadOnlyList<SettingsText.Widget>? Widgets = null,
    IReadOnlyList<SettingsText.Person>? People = null, IReadOnlyList<SettingsText.Agent>? Agents = null,
    SaveClocks.Request? Clocks = null, IReadOnlyList<SettingsText.AnsweringPlan>? AnsweringPlans = null,
    IReadOnlyList<SettingsText.TelephoneNumber>? TelephoneNumbers = null)
{
    public const int PresentFormat = 1;

    /// <param name="Logo">A PNG, JPEG or WebP; null: it has none, or the text knows of none.</param>
    public sealed record Partner(Guid Id, SavePartner.Request Settings, byte[]? Logo = null);

    public sealed record Skill(Guid Id, SaveSkill.Request Settings);

    public sealed record Team(Guid Id, SaveTeam.Request Settings);

    public sealed record Vendor(Guid Id, SaveVendor.Request Settings);

    public sealed record AwayKind(Guid Id, SaveAwayKind.Request Settings);

    public sealed record Calendar(Guid Id, SaveOpeningCalendar.Request Settings);

    public sealed record Queue(Guid Id, QueueRequest Settings);

    public sealed record Widget(Guid Id, SaveWidget.Request Settings);

    /// <param name="Email">Names the account; an import does not change it.</param>
    public sealed record Person(Guid Id, string Email, ChangePerson.Request Settings);

    public sealed record Agent(Guid Id, SaveAgent.Request Settings);

    public sealed record AnsweringPlan(Guid Id, SavePlan.Request Settings);

    public sealed record TelephoneNumber(Guid Id, SaveNumber.Request Settings);

    /// <summary>As the actor may see it, in order of names.</summary>
    /// <param name="versions">Whether entries name their versions, to be edited here.</param>
    internal static async Task<SettingsText> Read(Work work, bool versions, bool people)
    {
        var known = await ShowOrganisation.Read(work);
        var clocks = await SaveClocks.Read(work);
        var logos = (await work.Query<LogoRow>("select partner_id, content from partner_logo where removed_at is null"))
            .ToDictionary(row => row.PartnerId, row => row.Content);
        int Of(int version) => versions ? version : 0;
        return new(
            PresentFormat,
            [.. known.Partners.Select(view => new Partner(
                view.Id, new(Of(view.Version), view.Name, view.Colour, view.Languages, view.Tags, view.OnlyTags),
                logos.GetValueOrDefault(view.Id)))],
            [.. known.Skills.Select(view => new Skill(view.Id, new(Of(view.Version), view.Word, view.Name, view.Language)))],
            [.. known.Teams.Select(view => new Team(
                view.Id, new(Of(view.Version), view.Word, view.Name, versions || people ? view.LeadId : null)))],
            [.. known.Vendors.Select(view => new Vendor(view.Id, new(Of(view.Version), view.Word, view.Name)))],
            [.. known.AwayKinds.Where(view => view.Chosen)
                .Select(view => new AwayKind(view.Id, new(Of(view.Version), view.Name, view.Position)))],
            [.. known.OpeningCalendars.Select(view => new Calendar(
                view.Id, new(Of(view.Version), view.PartnerId, view.Name, view.TimeZone, view.Hours)))],
            [.. (await ListQueues.Read(work)).Select(view => new Queue(
                view.Id, view.Settings with { Version = Of(view.Settings.Version) }))],
            [.. (await WidgetView.Read(work, null)).Select(view => new Widget(view.Id, view.Request(Of(view.Version))))],
            people ? await ReadPeople(work, Of) : null,
            people ? [.. (await ListAgents.Read(work)).Select(view => new Agent(
                view.Id, view.Settings with { Version = Of(view.Settings.Version) }))] : null,
            clocks with { Version = Of(clocks.Version) },
            [.. (await ListPlans.Read(work)).Select(view => new AnsweringPlan(
                view.Id, new(Of(view.Version), view.PartnerId, view.Name, view.Steps)))],
            [.. (await ListNumbers.Read(work)).Select(view => new TelephoneNumber(
                view.Id, new(Of(view.Version), view.Number, view.QueueId, view.LanguageId, view.Greeting, view.AnsweringPlanId)))]);
    }

    static async Task<IReadOnlyList<Person>> ReadPeople(Work work, Func<int, int> versionOf) =>
    [
        .. (await work.Query<PersonRow>("""
            select id, email, name, language, roles, partners, version from person where deactivated_at is null order by name, id
            """)).Select(row => new Person(
                row.Id, row.Email, new(row.Name, row.Language, row.Roles, row.Partners, versionOf(row.Version)))),
    ];

    sealed record LogoRow(Guid PartnerId, byte[] Content);

    sealed record PersonRow(Guid Id, string Email, string Name, string Language, string[] Roles, Guid[] Partners, int Version);
}

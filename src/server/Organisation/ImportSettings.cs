using Centrala.Core.Routing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>
/// Takes settings from a text: shows each change and each conflict, and makes them only when asked to and when nothing
/// conflicts, all or none. What is here and not in the text stays as it is.
/// </summary>
static class ImportSettings
{
    /// <param name="Apply">False only shows what would change. That is found by doing it and taking it back.</param>
    public sealed record Request(SettingsText Settings, bool Apply);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/settings/import", Handle).WithName("importSettings").WithSummary("Compare settings with a text, and take them")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<SettingsComparison>, ProblemHttpResult>> Handle(
        Request request, Actor actor, Edit.Source edits, OpeningHours hours, TimeProvider time, CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Unless(request.Settings.Format == SettingsText.PresentFormat, "settings.format",
            $"Only format {SettingsText.PresentFormat} is known here.");
        if (faults.Answer() is { } wrong) return wrong;

        await using var edit = await edits.Begin(actor, cancel);
        var here = await SettingsText.Read(edit.Work, versions: true);
        var comparison = new SettingsComparison.Maker(edit.Work);
        await Take(request.Settings, here, edit, comparison, time.GetUtcNow());
        var applied = request.Apply && !comparison.HasConflicts;
        if (applied)
        {
            await edit.Finish();
            hours.Reread();
        }
        return TypedResults.Ok(comparison.Made(applied));
    }

    /// <summary>In the order in which entries refer to each other.</summary>
    static async Task Take(SettingsText text, SettingsText here, Edit edit, SettingsComparison.Maker comparison, DateTimeOffset at)
    {
        foreach (var (id, wanted) in text.Partners)
        {
            var now = here.Partners.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0, Colour = wanted.Colour.ToLowerInvariant(), Tags = wanted.Tags ?? [] };
            await comparison.Take("partner", id, wanted.Name, now, next, () => SavePartner.Store(edit, id, next));
        }
        foreach (var (id, wanted) in text.Skills)
        {
            var now = here.Skills.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("skill", id, wanted.Name, now, next, () => SaveSkill.Store(edit, id, next));
        }
        foreach (var (id, wanted) in text.Teams)
        {
            var now = here.Teams.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0, LeadId = now?.LeadId };
            await comparison.Take("team", id, wanted.Name, now, next, () => SaveTeam.Store(edit, id, next));
        }
        foreach (var (id, wanted) in text.Vendors)
        {
            var now = here.Vendors.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("vendor", id, wanted.Name, now, next, () => SaveVendor.Store(edit, id, next));
        }
        foreach (var (id, wanted) in text.AwayKinds)
        {
            var now = here.AwayKinds.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("away", id, wanted.Name, now, next, () => SaveAwayKind.Store(edit, id, next));
        }
        foreach (var (id, wanted) in text.OpeningCalendars)
        {
            var now = here.OpeningCalendars.FirstOrDefault(entry => entry.Id == id)?.Settings;
            var next = wanted with { Version = now?.Version ?? 0 };
            await comparison.Take("hours", id, wanted.Name, now, next, () => SaveOpeningCalendar.Store(edit, id, next));
        }
        await TakeQueues(text, here, edit, comparison, at);
    }

    /// <summary>New queues that move contacts to each other come first without that, for both must be there.</summary>
    static async Task TakeQueues(
        SettingsText text, SettingsText here, Edit edit, SettingsComparison.Maker comparison, DateTimeOffset at)
    {
        var known = here.Queues.ToDictionary(entry => entry.Id, entry => entry.Settings);
        foreach (var (id, wanted) in text.Queues.Where(entry => !known.ContainsKey(entry.Id) && entry.Settings.DivertsTo is not null))
            await comparison.Try(() => SaveQueue.Store(edit, id, Undiverted(wanted), at));
        foreach (var (id, wanted) in text.Queues)
        {
            var now = known.GetValueOrDefault(id);
            var version = now?.Version ?? await edit.Work.Single<int>("select coalesce(max(version), 0) from queue where id = @id", new { id });
            var next = wanted with { Version = version };
            await comparison.Take("queue", id, wanted.Name, now, next, () => SaveQueue.Store(edit, id, next, at));
        }
    }

    static QueueRequest Undiverted(QueueRequest queue) => queue with
    {
        Version = 0,
        DivertsTo = null,
        WhenFull = Undiverted(queue.WhenFull),
        WhenClosed = Undiverted(queue.WhenClosed),
        OnClosing = Undiverted(queue.OnClosing),
    };

    static Diversion Undiverted(Diversion rule) => rule == Diversion.ToQueue ? Diversion.None : rule;
}

using Centrala.Server.Access;
using Centrala.Server.Chat;
using Centrala.Server.Organisation;
using Centrala.Server.Voice;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Portability;

/// <summary>
/// Takes settings from a text: shows each change and each conflict, and makes them only when asked to and when nothing
/// conflicts, all or none. What is here and not in the text stays as it is.
/// </summary>
static class ImportSettings
{
    /// <summary>Of a text: a thousand people with their skills, and the logos of a hundred partners.</summary>
    const int BytesMax = 16 * 1024 * 1024;

    /// <param name="Apply">False only shows what would change. That is found by doing it and taking it back.</param>
    public sealed record Request(SettingsText Settings, bool Apply);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/settings/import", Handle).WithName("importSettings").WithSummary("Compare settings with a text, and take them")
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(BytesMax))
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<SettingsComparison>, ProblemHttpResult>> Handle(
        Request request, Actor actor, Edit.Source edits, OpeningHours hours, Widgets widgets, VoiceBook book,
        Sessions sessions, TimeProvider time, CancellationToken cancel)
    {
        var text = request.Settings;
        var people = text.People is not null || text.Agents is not null;
        if (people && !actor.May(Permission.ManagePeople)) return PermissionGate.NotPermitted.Answer();
        var faults = new Faults();
        faults.Unless(text.Format == SettingsText.PresentFormat, "settings.format",
            Say($"Only format {SettingsText.PresentFormat} is known here."));
        if (faults.Answer() is { } wrong) return wrong;

        await using var edit = await edits.Begin(actor, cancel);
        var here = await SettingsText.Read(edit.Work, versions: true, people);
        var import = new Import(text, here, edit, new(edit.Work), actor, time.GetUtcNow());
        await Take(import);
        var applied = request.Apply && !import.Comparison.HasConflicts;
        if (applied)
        {
            await edit.Finish();
            hours.Reread();
            widgets.Forget();
            await book.Read(cancel);
            foreach (var person in text.People ?? []) sessions.ForgetPerson(person.Id);
        }
        return TypedResults.Ok(import.Comparison.Made(applied));
    }

    /// <summary>In the order in which entries refer to each other.</summary>
    static async Task Take(Import import)
    {
        await ImportedWords.TakePartners(import);
        await ImportedPeople.TakePeople(import);
        await ImportedWords.Take(import);
        await ImportedPeople.TakeNewAgents(import);
        await ImportedQueues.Take(import);
        await ImportedPeople.TakeAgents(import);
        await ImportedWidgets.Take(import);
        await ImportedTelephone.Take(import);
        await ImportedWords.TakeClocks(import);
    }
}

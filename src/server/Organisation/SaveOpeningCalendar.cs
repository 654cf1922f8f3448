using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Adds opening hours or changes them.</summary>
static class SaveOpeningCalendar
{
    /// <param name="PartnerId">Whose hours they are; null for hours that partners share.</param>
    /// <param name="TimeZone">A name of the IANA list, like <c>Europe/Warsaw</c>.</param>
    public sealed record Request(int Version, Guid? PartnerId, string Name, string TimeZone, Hours Hours);

    const string Upsert = """
        insert into opening_calendar (id, partner_id, name, time_zone, hours, last_edit)
        values (@id, @PartnerId, @Name, @TimeZone, @hours::jsonb, @edit)
        on conflict (id) do update set name = @Name, time_zone = @TimeZone, hours = @hours::jsonb,
          version = opening_calendar.version + 1, last_edit = @edit
        where opening_calendar.version = @version and opening_calendar.removed_at is null
          and opening_calendar.partner_id is not distinct from @PartnerId
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/opening-calendars/{id:guid}", Handle).WithName("saveOpeningCalendar")
        .WithSummary("Add opening hours or change them").Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Edit.Source edits, OpeningHours openingHours, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (await Store(edit, id, request) is { } answer) return answer;
        var done = await edit.Commit();
        openingHours.Reread();
        return done;
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(Edit edit, Guid id, Request request)
    {
        var faults = new Faults();
        faults.Name(request.Name);
        request.Hours.Calendar(request.TimeZone, faults);
        if (request.PartnerId is { } partner) await faults.Partner(edit.Work, partner, "partnerId");
        if (faults.Answer() is { } wrong) return wrong;

        var hours = JsonSerializer.Serialize(request.Hours, JsonSerializerOptions.Web);
        var values = new { request.PartnerId, request.Name, request.TimeZone, hours };
        return await edit.Store("opening_calendar", Upsert, id, request.Version, request, values);
    }
}

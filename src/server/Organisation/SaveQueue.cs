using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Adds a queue or changes the defaults of the contacts that arrive from now on.</summary>
static class SaveQueue
{
    const string Upsert = """
        insert into queue (id, partner_id, name, channels, members, steps, base_milli, slope_milli, cap_milli, selection,
          offer_seconds, auto_accept, wrap_up_seconds, target_seconds, target_basis_points, silent_reminder_seconds,
          silent_close_seconds, places, overflows_after_seconds, skips_empty_steps, when_full, when_closed, on_closing,
          diverts_to, opening_calendar_id, overflows_behind, overflows_below_basis_points, service_window_seconds,
          overflows_unstaffed, shares_places_of, hold_agents, hold_channel, hold_who, interrupts, interruptible,
          pause_seconds, due_lead_seconds, allows_picking, last_edit)
        values (@id, @PartnerId, @Name, @channels, @Members, @Steps, @BaseMilli, @SlopeMilli, @CapMilli, @selection,
          @OfferSeconds, @AutoAccept, @WrapUpSeconds, @TargetSeconds, @TargetBasisPoints, @SilentReminderSeconds,
          @SilentCloseSeconds, @Places, @OverflowsAfterSeconds, @SkipsEmptySteps, @whenFull, @whenClosed, @onClosing,
          @DivertsTo, @OpeningCalendarId, @OverflowsBehind, @OverflowsBelowBasisPoints, @ServiceWindowSeconds,
          @OverflowsUnstaffed, @SharesPlacesOf, @HoldAgents, @holdChannel, @HoldWho, @Interrupts, @Interruptible,
          @PauseSeconds, @DueLeadSeconds, @AllowsPicking, @edit)
        on conflict (id) do update set name = @Name, channels = @channels, members = @Members, steps = @Steps,
          base_milli = @BaseMilli, slope_milli = @SlopeMilli, cap_milli = @CapMilli, selection = @selection,
          offer_seconds = @OfferSeconds, auto_accept = @AutoAccept, wrap_up_seconds = @WrapUpSeconds,
          target_seconds = @TargetSeconds, target_basis_points = @TargetBasisPoints,
          silent_reminder_seconds = @SilentReminderSeconds, silent_close_seconds = @SilentCloseSeconds, places = @Places,
          overflows_after_seconds = @OverflowsAfterSeconds, skips_empty_steps = @SkipsEmptySteps, when_full = @whenFull,
          when_closed = @whenClosed, on_closing = @onClosing, diverts_to = @DivertsTo,
          opening_calendar_id = @OpeningCalendarId, overflows_behind = @OverflowsBehind,
          overflows_below_basis_points = @OverflowsBelowBasisPoints, service_window_seconds = @ServiceWindowSeconds,
          overflows_unstaffed = @OverflowsUnstaffed, shares_places_of = @SharesPlacesOf, hold_agents = @HoldAgents,
          hold_channel = @holdChannel, hold_who = @HoldWho, interrupts = @Interrupts, interruptible = @Interruptible,
          pause_seconds = @PauseSeconds, due_lead_seconds = @DueLeadSeconds, allows_picking = @AllowsPicking, version = queue.version + 1, last_edit = @edit
        where queue.version = @version and queue.removed_at is null and queue.partner_id = @PartnerId
        returning version
        """;

    /// <remarks>A disposition that is left out stays for history but is no longer offered.</remarks>
    const string Dispositions = """
        update disposition set removed_at = @at
        where queue_id = @id and removed_at is null and not id = any(@dispositions);
        update disposition set usual = false where queue_id = @id and usual;
        insert into disposition (id, queue_id, name, heading, position, usual)
        select disposition, @id, name, heading, position, disposition = @usual
        from unnest(@dispositions, @names, @headings) with ordinality as listed (disposition, name, heading, position)
        on conflict (id) do update set name = excluded.name, heading = excluded.heading, position = excluded.position,
          usual = excluded.usual, removed_at = null
        where disposition.queue_id = @id
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/queues/{id:guid}", Handle).WithName("saveQueue").WithSummary("Add a queue or change it")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, QueueRequest request, Actor actor, Edit.Source edits, OpeningHours hours, TimeProvider time,
        CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (await Store(edit, id, request, time.GetUtcNow()) is { } answer) return answer;
        var done = await edit.Commit();
        hours.Reread();
        return done;
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(
        Edit edit, Guid id, QueueRequest request, DateTimeOffset at)
    {
        var words = await Words.Load(edit.Work);
        var faults = new Faults();
        var settings = request.Read(id, words, faults);
        await request.CheckReferences(id, edit.Work, faults);
        if (faults.Answer() is { } wrong) return wrong;

        if (await edit.Store("queue", Upsert, id, request.Version, request, request.Row()) is { } answer) return answer;
        await edit.Work.Execute(Dispositions, new
        {
            id,
            at,
            dispositions = request.Dispositions.Select(disposition => disposition.Id).ToArray(),
            names = request.Dispositions.Select(disposition => disposition.Name).ToArray(),
            headings = request.Dispositions.Select(disposition => disposition.Heading).ToArray(),
            usual = request.Dispositions.FirstOrDefault(disposition => disposition.Usual)?.Id ?? Guid.Empty,
        });
        edit.Warn(await QueueWarnings.Of(settings!, request.Name, edit.Work, words));
        edit.Tell(CellCommand.ConfigureQueue(settings!));
        return null;
    }
}

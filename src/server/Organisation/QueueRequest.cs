using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>A queue as people edit it. Ranks are in thousandths, times in whole seconds.</summary>
/// <param name="Members">Who belongs to it, as a requirement; null: only agents who are listed.</param>
/// <param name="Steps">See <see cref="RequirementText"/>.</param>
/// <param name="OfferSeconds">Null: as usual for the channel.</param>
/// <param name="WrapUpSeconds">0: none; null: without limit.</param>
/// <param name="SilentReminderSeconds">After this long without a word from the customer he is reminded.</param>
/// <param name="SilentCloseSeconds">After this long since the reminder the contact is closed.</param>
/// <param name="Places">For waiting contacts; null: no limit of its own.</param>
/// <param name="DivertsTo">A queue of the same partner, for the rules that move contacts.</param>
/// <param name="OpeningCalendarId">Null: always open.</param>
/// <param name="OverflowsBehind">An arrival that finds so many waiting goes on at once; null: never.</param>
/// <param name="OverflowsBelowBasisPoints">While a smaller share was served in time, arrivals go on; null: never.</param>
/// <param name="ServiceWindowSeconds">How far back that share is counted.</param>
/// <param name="OverflowsUnstaffed">Contacts go on when nobody is signed in who fits.</param>
/// <param name="SharesPlacesOf">A queue of the same partner whose waiting places this one uses too; null: none.</param>
/// <param name="HoldAgents">So many members stay free for the queue; null: none.</param>
/// <param name="HoldChannel">Free is who has room for a contact of this channel.</param>
/// <param name="HoldWho">A requirement; null: any member.</param>
/// <param name="Interrupts">Its contacts pause interruptible work; null: calls do.</param>
/// <param name="Interruptible">Its contacts may be paused; null: mails and tasks may.</param>
/// <param name="PauseSeconds">All pauses of a contact together; then it returns to the queue.</param>
/// <param name="DueLeadSeconds">The wait of due work counts from so long before it is due.</param>
/// <param name="AllowsPicking">Agents may choose among the waiting contacts.</param>
public sealed record QueueRequest(
    int Version, Guid PartnerId, string Name, IReadOnlyList<Channel> Channels, string? Members, string Steps,
    int BaseMilli, int SlopeMilli, int CapMilli, Selection Selection, int? OfferSeconds, bool AutoAccept, int? WrapUpSeconds,
    int TargetSeconds, int TargetBasisPoints, int SilentReminderSeconds, int SilentCloseSeconds, int? Places,
    int? OverflowsAfterSeconds, bool SkipsEmptySteps, Diversion WhenFull, Diversion WhenClosed, Diversion OnClosing,
    Guid? DivertsTo, Guid? OpeningCalendarId, IReadOnlyList<QueueRequest.Disposition> Dispositions,
    int? OverflowsBehind = null, int? OverflowsBelowBasisPoints = null, int ServiceWindowSeconds = 3_600,
    bool OverflowsUnstaffed = false, Guid? SharesPlacesOf = null, int? HoldAgents = null, Channel HoldChannel = Channel.Call,
    string? HoldWho = null, bool? Interrupts = null, bool? Interruptible = null, int PauseSeconds = 1_800,
    int DueLeadSeconds = 14_400, bool AllowsPicking = false)
{
    public const int DispositionsMax = 200;

    /// <summary>No clock of a queue is set to longer than a day.</summary>
    const int SecondsMax = 86_400;

    /// <param name="Id">Of this queue alone.</param>
    /// <param name="Heading">Under which it stands where there are many; null at the top.</param>
    /// <param name="Usual">It stands ready when a contact ends; one of a queue at most.</param>
    public sealed record Disposition(Guid Id, string Name, string? Heading = null, bool Usual = false);

    /// <returns>What the router is told; null when something is wrong, which <paramref name="faults"/> then says.</returns>
    public QueueSettings? Read(Guid id, Words words, Faults faults)
    {
        CheckRanges(faults);
        CheckDispositions(faults);
        faults.Name(Name);
        faults.Unless(Channels.Count > 0 && Channels.Distinct().Count() == Channels.Count, "channels",
            Say($"Name at least one channel, each once."));
        faults.Unless(DivertsTo is not null || !Diversions.Contains(Diversion.ToQueue), "divertsTo",
            Say($"A rule moves contacts to another queue: say to which."));
        faults.Unless(DivertsTo != id, "divertsTo", Say($"A queue cannot divert to itself."));
        faults.Unless(SharesPlacesOf != id, "sharesPlacesOf", Say($"A queue cannot share places with itself."));
        var steps = RequirementText.Steps(Steps, words, "steps", faults);
        var members = Members is null ? null : RequirementText.Requirement(Members, words, "members", faults);
        var held = RequirementText.Requirement(HoldWho ?? "any", words, "holdWho", faults);
        return faults.Count > 0 ? null : Settings(id, steps!, members, held!);
    }

    internal async Task CheckReferences(Guid id, Work work, Faults faults)
    {
        await faults.Partner(work, PartnerId, "partnerId");
        await CheckQueue(DivertsTo, "divertsTo", work, faults);
        await CheckQueue(SharesPlacesOf, "sharesPlacesOf", work, faults);
        if (OpeningCalendarId is { } calendar) faults.Unless(await work.Single<bool>("""
            select exists (select from opening_calendar
                           where id = @calendar and coalesce(partner_id, @PartnerId) = @PartnerId and removed_at is null)
            """, new { calendar, PartnerId }), "openingCalendarId", Say($"The partner has no such opening hours."));
        var foreign = await work.Query<Guid>("select id from disposition where id = any(@ids) and queue_id <> @id",
            new { ids = Dispositions.Select(disposition => disposition.Id).ToArray(), id });
        foreach (var disposition in foreign) faults.Add("dispositions", Say($"{disposition} belongs to another queue."));
    }

    async Task CheckQueue(Guid? named, string field, Work work, Faults faults)
    {
        if (named is { } queue) faults.Unless(await work.Single<bool>(
            "select exists (select from queue where id = @queue and partner_id = @PartnerId and removed_at is null)",
            new { queue, PartnerId }), field, Say($"The partner has no such queue."));
    }

    internal object Row() => new
    {
        PartnerId,
        Name,
        channels = Channels.Select(Wording.Of).ToArray(),
        Members,
        Steps,
        BaseMilli,
        SlopeMilli,
        CapMilli,
        selection = Wording.Of(Selection),
        OfferSeconds,
        AutoAccept,
        WrapUpSeconds,
        TargetSeconds,
        TargetBasisPoints,
        SilentReminderSeconds,
        SilentCloseSeconds,
        Places,
        OverflowsAfterSeconds,
        SkipsEmptySteps,
        whenFull = Wording.Of(WhenFull),
        whenClosed = Wording.Of(WhenClosed),
        onClosing = Wording.Of(OnClosing),
        DivertsTo,
        OpeningCalendarId,
        OverflowsBehind,
        OverflowsBelowBasisPoints,
        ServiceWindowSeconds,
        OverflowsUnstaffed,
        SharesPlacesOf,
        HoldAgents,
        holdChannel = Wording.Of(HoldChannel),
        HoldWho,
        Interrupts,
        Interruptible,
        PauseSeconds,
        DueLeadSeconds,
        AllowsPicking,
    };

    IEnumerable<Diversion> Diversions => [WhenFull, WhenClosed, OnClosing];

    void CheckRanges(Faults faults)
    {
        faults.Range(BaseMilli, 0, Limits.HighestRankMilli, "baseMilli");
        faults.Range(SlopeMilli, 0, Limits.SteepestSlopeMilli, "slopeMilli");
        faults.Range(CapMilli, 0, Limits.HighestRankMilli, "capMilli");
        faults.Unless(CapMilli >= BaseMilli, "capMilli", Say($"The cap is below the base."));
        faults.Range(OfferSeconds, 5, 3_600, "offerSeconds");
        faults.Range(WrapUpSeconds, 0, SecondsMax, "wrapUpSeconds");
        faults.Range(TargetSeconds, 1, SecondsMax, "targetSeconds");
        faults.Range(TargetBasisPoints, 0, 10_000, "targetBasisPoints");
        faults.Range(SilentReminderSeconds, 10, SecondsMax, "silentReminderSeconds");
        faults.Range(SilentCloseSeconds, 10, SecondsMax, "silentCloseSeconds");
        faults.Range(Places, 1, Limits.Contacts, "places");
        faults.Range(OverflowsAfterSeconds, 1, SecondsMax, "overflowsAfterSeconds");
        faults.Range(OverflowsBehind, 1, Limits.Contacts, "overflowsBehind");
        faults.Range(OverflowsBelowBasisPoints, 1, 10_000, "overflowsBelowBasisPoints");
        faults.Range(ServiceWindowSeconds, 60, SecondsMax, "serviceWindowSeconds");
        faults.Range(HoldAgents, 1, Limits.HeldAgents, "holdAgents");
        faults.Range(PauseSeconds, 1, SecondsMax, "pauseSeconds");
        faults.Range(DueLeadSeconds, 0, 30 * SecondsMax, "dueLeadSeconds");
    }

    void CheckDispositions(Faults faults)
    {
        faults.Unless(Dispositions.Count <= DispositionsMax, "dispositions", Say($"At most {DispositionsMax} dispositions."));
        faults.Unless(Dispositions.DistinctBy(disposition => disposition.Id).Count() == Dispositions.Count, "dispositions",
            Say($"Each disposition once."));
        faults.Unless(Dispositions.Count(disposition => disposition.Usual) <= 1, "dispositions", Say($"Only one can stand ready."));
        foreach (var disposition in Dispositions.Take(DispositionsMax))
        {
            faults.Name(disposition.Name, "dispositions");
            if (disposition.Heading is { } heading) faults.Name(heading, "dispositions");
        }
    }

    QueueSettings Settings(Guid id, IReadOnlyList<Step> steps, Requirement? members, Requirement held) => new()
    {
        Id = id,
        Partner = PartnerId,
        Members = members,
        Steps = steps,
        BaseMilli = BaseMilli,
        SlopeMilli = SlopeMilli,
        CapMilli = CapMilli,
        Selection = Selection,
        OfferTimeout = Seconds(OfferSeconds),
        AutoAccept = AutoAccept,
        WrapUp = Seconds(WrapUpSeconds),
        TargetWithin = TimeSpan.FromSeconds(TargetSeconds),
        TargetBasisPoints = TargetBasisPoints,
        Places = Places,
        OverflowsAfter = Seconds(OverflowsAfterSeconds),
        SkipsEmptySteps = SkipsEmptySteps,
        WhenFull = WhenFull,
        WhenClosed = WhenClosed,
        OnClosing = OnClosing,
        DivertsTo = DivertsTo,
        OverflowsBehind = OverflowsBehind,
        OverflowsBelowBasisPoints = OverflowsBelowBasisPoints,
        ServiceWindow = TimeSpan.FromSeconds(ServiceWindowSeconds),
        OverflowsUnstaffed = OverflowsUnstaffed,
        SharesPlacesOf = SharesPlacesOf,
        Hold = HoldAgents is { } agents ? new(held, HoldChannel, agents) : null,
        Interrupts = Interrupts,
        Interruptible = Interruptible,
        PauseLimit = TimeSpan.FromSeconds(PauseSeconds),
        DueLead = TimeSpan.FromSeconds(DueLeadSeconds),
        AllowsPicking = AllowsPicking,
    };

    static TimeSpan? Seconds(int? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;
}

using Centrala.Core.Routing;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Npgsql;

namespace Centrala.Server.Replay;

/// <summary>
/// Explains a contact by living through it again: the floor before its arrival, then record by record. What is about the
/// contact is decided again by the same code, which says why; the rest is folded.
/// </summary>
/// <param name="number">The router's, of the contact.</param>
sealed class TellContact(NpgsqlConnection connection, short cell, Guid contact, int number)
{
    /// <summary>Records that are lived through at most: beyond it the story is cut.</summary>
    public const int RecordsMax = 500_000;

    /// <summary>After so many looks at who is kept from it, the looks are twice as far apart.</summary>
    const int LooksMax = 500;

    readonly List<ToldChoice> choices = [];
    readonly List<ToldWait> waits = [];
    TimeSpan betweenLooks = TimeSpan.FromSeconds(1);
    int looks;
    DateTimeOffset lookedAt;
    bool hasChanged;
    WhyWaiting? present;
    DateTimeOffset presentSince;

    /// <param name="arrivedAt">Its record is not before.</param>
    /// <param name="last">The last record that changed the contact.</param>
    /// <exception cref="DamagedJournalException">What is stored is not what was written.</exception>
    public async Task<ContactStory> Tell(DateTimeOffset arrivedAt, long last, CancellationToken cancel)
    {
        var otherwiseFrom = long.MaxValue;
        while (await LiveThrough(arrivedAt, last, otherwiseFrom, cancel) is { } otherwise) otherwiseFrom = otherwise;
        return new(contact, choices, waits, IsCut);
    }

    bool IsCut { get; set; }

    /// <param name="otherwiseFrom">From this record on the present rules decide otherwise: it is told and not explained.</param>
    /// <returns>The first record that the present rules decide otherwise; null: the story is whole.</returns>
    async Task<long?> LiveThrough(DateTimeOffset arrivedAt, long last, long otherwiseFrom, CancellationToken cancel)
    {
        BeginAgain();
        var floor = await PastFloor.Open(connection, cell, (long.MaxValue, arrivedAt), cancel);
        var before = floor.Router.At;
        await foreach (var record in floor.Records(cancel, RecordsMax))
        {
            var about = record.Sequence <= last && IsAbout(record);
            if (hasChanged && (about || record.At - lookedAt >= betweenLooks)) Look(floor, before);
            if (record.Sequence > last && present is null) return null;
            if (!about) floor.Fold(record);
            else if (record.Sequence >= otherwiseFrom || record.Rules != JournalRecord.PresentRules) TellOnly(floor, record);
            else if (!Explain(floor, record)) return record.Sequence;
            (before, hasChanged) = (record.At, true);
            if (about) Look(floor, before);
        }
        Look(floor, before);
        if (present is not null) waits.Add(new(presentSince, null, present));
        IsCut = floor.Sequence - floor.SnapshotAt == RecordsMax;
        return null;
    }

    void BeginAgain()
    {
        choices.Clear();
        waits.Clear();
        (present, looks, betweenLooks, lookedAt) = (null, 0, TimeSpan.FromSeconds(1), DateTimeOffset.MinValue);
    }

    bool IsAbout(JournalRecord record)
    {
        var events = new EventSink();
        Journal.ReadEvents(record.Events.Span, events);
        foreach (ref readonly var happened in events.Events)
            if (happened.Contact == number && happened.Kind != EventKind.ContactForgotten) return true;
        return false;
    }

    bool Explain(PastFloor floor, JournalRecord record)
    {
        var told = new List<Explanation>();
        if (!floor.Explain(record, told)) return false;
        foreach (var one in told.Where(one => one.Contact == number))
        {
            var agent = floor.Router.Directory.AgentId(one.Agent);
            choices.Add(new(one.At, one.Offer, agent, record.Rules, ChoiceReasons.Of(one, floor.Router)));
        }
        return true;
    }

    void TellOnly(PastFloor floor, JournalRecord record)
    {
        var events = new EventSink();
        Journal.ReadEvents(record.Events.Span, events);
        floor.Fold(record);
        foreach (ref readonly var happened in events.Events)
        {
            if (happened.Kind != EventKind.Offered || happened.Contact != number) continue;
            choices.Add(new(happened.At, happened.Offer, floor.Router.Directory.AgentId(happened.Agent), record.Rules, null));
        }
    }

    /// <summary>Who is kept from it now, and by what? A stretch ends where the answer changes.</summary>
    void Look(PastFloor floor, DateTimeOffset at)
    {
        (hasChanged, lookedAt) = (false, at);
        if (++looks % LooksMax == 0) betweenLooks *= 2;
        var now = WhyWaiting.Of(floor.View(at), contact);
        if (present is not null && now is not null && present.IsLike(now)) return;
        if (present is not null) waits.Add(new(presentSince, at, present));
        (present, presentSince) = (now, at);
    }
}

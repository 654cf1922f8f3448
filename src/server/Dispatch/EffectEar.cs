using Centrala.Core.Routing;

namespace Centrala.Server.Dispatch;

/// <summary>
/// What an effect has heard of commits and not yet carried out. As long as it has heard every commit since it began, the
/// journal need not be read; after a gap it says so, and the journal has what was missed.
/// </summary>
sealed class EffectEar(Effect effect)
{
    /// <summary>Notices that may wait; beyond it they are left to the journal.</summary>
    public const int NoticesMax = 10_000;

    readonly Lock gate = new();
    List<Notice> notices = [];
    long? heard;
    bool deaf = true;

    /// <summary>True when something was missed: what is heard does not follow what was carried out.</summary>
    public bool MissedSomething
    {
        get
        {
            lock (gate) return deaf;
        }
    }

    /// <summary>Listens from the next commit on. Whatever was committed before is in the journal by now.</summary>
    public void Begin()
    {
        lock (gate) Reset(deafNow: false);
    }

    /// <summary>Whatever comes is not what follows: another writer, or an effect that failed.</summary>
    public void Miss()
    {
        lock (gate) Reset(deafNow: true);
    }

    /// <summary>On the writer's thread, right after the commit.</summary>
    /// <returns>Whether there is something to carry out, or to read.</returns>
    public bool Hear(Publication publication, CellView view)
    {
        lock (gate)
        {
            if (deaf) return false;
            if (heard is { } last && publication.Records[0].Sequence != last + 1 || notices.Count > NoticesMax)
            {
                Reset(deafNow: true);
                return true;
            }
            heard = publication.Sequence;
            return Note(publication, view.Router) || deaf;
        }
    }

    /// <returns>What was heard since the last time, in order, and the sequence up to which that is all; null: no commit yet.</returns>
    public (IReadOnlyList<Notice> Notices, long? UpTo) Take()
    {
        lock (gate)
        {
            var taken = notices;
            if (taken.Count > 0) notices = [];
            return (taken, heard);
        }
    }

    bool Note(Publication publication, Router router)
    {
        var before = notices.Count;
        foreach (var record in publication.Records)
            for (var index = 0; index < record.Events.Count; index++)
                if (effect.Concerns(record.Events[index].Kind)) Note(record, index, router);
        return notices.Count > before;
    }

    void Note(Happened record, int index, Router router)
    {
        var happened = record.Events[index];
        // A contact that the router has forgotten since still has its row.
        if (happened.Contact != 0 && !router.HasContact(happened.Contact)) Reset(deafNow: true);
        if (deaf) return;
        notices.Add(new Notice(
            new EventNumber(Cell.Default, record.Sequence, index), record.At, happened,
            happened.Contact == 0 ? default : router.Contact(happened.Contact).Id,
            happened.Agent == 0 ? default : router.Directory.AgentId(happened.Agent)));
    }

    void Reset(bool deafNow)
    {
        notices = [];
        heard = null;
        deaf = deafNow;
    }
}

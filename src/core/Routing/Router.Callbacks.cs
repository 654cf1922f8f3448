using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Callbacks: the same contact, with its wait and rank, but nobody on the line. It waits in its place or sleeps until it
/// is due; a personal one waits for its agent alone until its release.
/// </summary>
public sealed partial class Router
{
    /// <summary>By contact.</summary>
    readonly SortedDictionary<int, Callback> callbacks = [];

    /// <summary>Whose contact is to be called back from which queue: one for each.</summary>
    readonly Dictionary<(Guid Whom, int Queue), int> promised = [];

    /// <summary>The promise that is open for a contact; null: its customer is on the line, or gone.</summary>
    public Callback? CallbackOf(int contact) => callbacks.TryGetValue(contact, out var callback) ? callback : null;

    Refusal? PromiseCallback(ref Contact contact, in Command command)
    {
        if (contact.State is ContactState.Ended or ContactState.WrapUp) return Refusal.ContactEnded;
        if (contact is { State: ContactState.Parked, Reason: Reason.CallingCustomer }) return Refusal.NotWaiting;
        if (MayPromise(contact, command) is { } refusal) return refusal;
        StopSeekingBeside(ref contact, Reason.ContactParked);
        if (contact.ConnectedTo > 0) EndSegmentOf(ref contact, Reason.CallbackPromised);
        Emit(new()
        {
            Kind = EventKind.CallbackPromised,
            Contact = contact.Number,
            Id = command.Id,
            Agent = command.Agent,
            Number = command.Agent > 0 ? command.Number : 0,
            Flag = command.Flag,
        });
        if (command.Ticks > 0) Sleep(contact, command.Ticks, Reason.CallbackPromised);
        else if (contact.State == ContactState.Parked) Wake(ref contact, Reason.CallbackPromised);
        else if (contact.Seek != SeekState.Waiting || command.Agent > 0) KeepPromise(ref contact, Reason.CallbackPromised);
        return null;
    }

    Refusal? MayPromise(in Contact contact, in Command command)
    {
        if (command.Id == Guid.Empty) return Refusal.NotUnderstood;
        if (callbacks.Count >= Limits.Callbacks) return Refusal.TooMany;
        var most = at + Limits.LongestClock.Ticks;
        if (command.Ticks != 0 && (command.Ticks <= at || command.Ticks > most)) return Refusal.InstantOutOfRange;
        if (HasPromise(command.Id, contact)) return Refusal.CallbackOpen;
        if (command.Agent == 0) return null;
        if (Agent(command.Agent) is not { } agent) return Refusal.UnknownAgent;
        if (!ServesPartnerOf(contact, agent)) return Refusal.AgentServesOthers;
        var isReleased = command.Number > Math.Max(at, command.Ticks) && command.Number <= most;
        return isReleased ? null : Refusal.InstantOutOfRange;
    }

    bool HasPromise(Guid whom, in Contact contact) =>
        promised.TryGetValue((whom, contact.Queue), out var number) && number != contact.Number;

    void Sleep(in Contact contact, long until, Reason reason) => Emit(new()
    {
        Kind = EventKind.ContactParked,
        Contact = contact.Number,
        Reason = reason,
        UntilTicks = until,
        Number = contact.LastMessage,
    });

    /// <summary>It waits: for its agent alone before its release, else in its queue.</summary>
    void KeepPromise(ref Contact contact, Reason reason)
    {
        if (OwnerOf(contact) is { } owner) SeekNamed(ref contact, owner.Number, reason, callbacks[contact.Number].ReleaseTicks);
        else EnterQueue(ref contact, reason);
    }

    /// <summary>Whose personal callback it still is.</summary>
    Agent? OwnerOf(in Contact contact) =>
        callbacks.Count > 0 && callbacks.TryGetValue(contact.Number, out var callback) && callback.ReleaseTicks > at
            ? Agent(callback.Agent)
            : null;

    /// <summary>Sought for its own agent: neither a refusal nor a sign-out gives it to somebody else.</summary>
    bool StaysHis(in Contact contact) => contact.Step == 0 && OwnerOf(contact)?.Number == contact.Named;

    bool CallsCustomerFirst(in Contact contact) =>
        callbacks.Count > 0 && callbacks.TryGetValue(contact.Number, out var callback) && callback.CustomerFirst;

    void BecomePromised(ref Contact contact, in Event happened)
    {
        BecomeKept(contact);
        Promise(contact.Number, new(happened.Id, contact.Queue, happened.Agent, happened.Number, happened.Flag));
    }

    void Promise(int contact, in Callback callback)
    {
        callbacks.Add(contact, callback);
        promised.Add((callback.Whom, callback.Queue), contact);
    }

    void BecomeKept(in Contact contact)
    {
        if (callbacks.Count == 0 || !callbacks.TryGetValue(contact.Number, out var kept)) return;
        callbacks.Remove(contact.Number);
        promised.Remove((kept.Whom, kept.Queue));
    }

    void WriteCallbacks(ByteWriter to)
    {
        to.Unsigned((ulong)callbacks.Count);
        foreach (var (contact, callback) in callbacks)
        {
            to.Number(contact);
            to.Id(callback.Whom);
            to.Number(callback.Queue);
            to.Number(callback.Agent);
            to.Number(callback.ReleaseTicks);
            to.Flag(callback.CustomerFirst);
        }
    }

    void ReadCallbacks(ref ByteReader from)
    {
        for (var left = from.Count(Limits.Callbacks); left > 0; left--)
        {
            Promise(from.Small(), new(from.Id(), from.Small(), from.Small(), from.Number(), from.Flag()));
        }
    }
}

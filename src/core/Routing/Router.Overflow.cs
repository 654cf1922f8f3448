using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// A contact that would wait too long in its queue goes on: to its next step, or when in the last, to another queue.
/// That happens once to a contact, so that two queues cannot pass it to and fro.
/// </summary>
public sealed partial class Router
{
    /// <summary>The contact goes on; where there is no way on, it stays, and this was its one time.</summary>
    void Overflow(ref Contact contact)
    {
        if (contact.Step < contact.Steps) EnterNextStep(ref contact, Reason.Overflow);
        else if (contact.ConnectedTo == 0 && DiversionOf(queues[contact.Queue]!) is { } other)
        {
            Emit(new() { Kind = EventKind.StepsFixed, Contact = contact.Number, Queue = other.Number });
            EnterQueue(ref contact, Reason.Overflow);
        }
        else EnterStep(ref contact, contact.Step, Reason.Overflow);
    }

    /// <summary>
    /// By what an arriving contact finds: too many before it, too poor a service, or nobody there. Who finds somebody
    /// free stays.
    /// </summary>
    bool OverflowsAtOnce(in Contact contact, Queue queue)
    {
        var settings = queue.Settings;
        var overflows = queue.Waiting > settings.OverflowsBehind
            || queue.Service?.InTimeBasisPoints(at) < settings.OverflowsBelowBasisPoints
            || (settings.OverflowsUnstaffed && !IsSomebodySignedIn(DemandOf(contact)));
        return overflows && Choose(contact) is null;
    }

    /// <summary>Whether the last agent who fits has just gone and the queue does not let its contacts wait for one.</summary>
    bool OverflowsUnstaffed(in Contact contact) =>
        contact.ConnectedTo == 0
        && !contact.Overflowed
        && queues[contact.Queue]!.Settings.OverflowsUnstaffed
        && !IsSomebodySignedIn(DemandOf(contact));
}

using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? Arrive(in Command command)
    {
        if (command.Id == Guid.Empty || !Enum.IsDefined(command.Channel)) return Refusal.NotUnderstood;
        if (command.Cost is < 0 or > Limits.Points) return Refusal.NotUnderstood;
        if (Directory.Contact(command.Id) > 0) return Refusal.AlreadyArrived;
        if (command.External != Guid.Empty && Directory.Contact(command.External, command.Channel) > 0)
        {
            return Refusal.AlreadyArrived;
        }

        ForgetEnded();
        Receive(command);
        return null;
    }

    void Receive(in Command command)
    {
        var queue = Queue(command.Queue);
        var number = _contacts.Last + 1;
        var raise = Math.Clamp(command.BaseMilli, -Limits.HighestRankMilli, Limits.HighestRankMilli);
        Emit(new()
        {
            Kind = EventKind.Arrived,
            Contact = number,
            Id = command.Id,
            External = command.External,
            Queue = queue?.Number ?? 0,
            Channel = command.Channel,
            Language = Directory.Skills.Has(command.Language) ? command.Language : 0,
            Cost = command.Cost,
            BaseMilli = raise,
            UntilTicks = Math.Clamp(command.Ticks, 1, _at),
            Detail = OwnSteps(command.Detail),
        });
        ref var contact = ref _contacts[number];
        if (queue is null) Emit(Ended(contact, Reason.UnknownQueue));
        else if (!queue.IsOpen) Divert(ref contact, queue, queue.Settings.WhenClosed, Reason.QueueClosed);
        else if (queue.Waiting >= queue.Settings.Places || OpenContacts > Limits.Contacts)
        {
            Divert(ref contact, queue, queue.Settings.WhenFull, Reason.QueueFull);
        }
        else EnterQueue(ref contact, Reason.None);
    }

    /// <summary>
    /// A flow's steps that cannot be understood do not cost the customer his place: the queue's hold instead.
    /// </summary>
    IReadOnlyList<Step>? OwnSteps(object? detail) =>
        detail is IReadOnlyList<Step> steps && SettingsCheck.Of(steps, Directory) is null ? steps : null;

    /// <summary>What becomes of a contact that its queue does not take.</summary>
    void Divert(ref Contact contact, Queue queue, Diversion diversion, Reason reason)
    {
        if (diversion == Diversion.ToQueue && DiversionOf(queue) is { } other)
        {
            Emit(new() { Kind = EventKind.StepsFixed, Contact = contact.Number, Queue = other.Number });
            EnterQueue(ref contact, reason == Reason.QueueClosed ? Reason.ClosingRule : Reason.Overflow);
        }
        else if (diversion == Diversion.TakeMessage) TakeMessage(contact, queue);
        else Emit(Ended(contact, reason));
    }

    void TakeMessage(in Contact contact, Queue queue)
    {
        var wakes = queue.OpensAtTicks > _at ? queue.OpensAtTicks : _at + Settings.MessageWakesAfter.Ticks;
        Emit(new()
        {
            Kind = EventKind.ContactParked,
            Contact = contact.Number,
            Reason = Reason.MessageTaken,
            UntilTicks = wakes,
            Number = contact.LastMessage,
        });
    }

    /// <summary>
    /// Where a queue sends what it does not take; null when it names none that is open, has places and is its
    /// partner's.
    /// </summary>
    Queue? DiversionOf(Queue queue)
    {
        if (queue.Settings.DivertsTo is not { } id || Queue(Directory.Queue(id)) is not { } other || other == queue)
        {
            return null;
        }
        var hasPlaces = !(other.Waiting >= other.Settings.Places);
        return other.Partner == queue.Partner && other.IsOpen && hasPlaces ? other : null;
    }

    /// <summary>The contact begins to wait in its queue, in the first step that is not passed over.</summary>
    void EnterQueue(ref Contact contact, Reason reason)
    {
        HavePlanOfQueue(contact);
        var step = FirstStep(contact, 1);
        var forTicks = PlanOf(contact).Steps[step - 1].ForTicks;
        Emit(new()
        {
            Kind = EventKind.Queued,
            Contact = contact.Number,
            Queue = contact.Queue,
            Step = step,
            Reason = reason,
            UntilTicks = forTicks > 0 ? _at + forTicks : 0,
        });
        Seek(ref contact);
    }

    /// <summary>
    /// A contact that came back from another queue's search takes the steps of the queue in which it is.
    /// </summary>
    void HavePlanOfQueue(in Contact contact)
    {
        if (PlanOf(contact).Queue == contact.Queue) return;
        Emit(new() { Kind = EventKind.StepsFixed, Contact = contact.Number, Queue = contact.Queue });
    }

    /// <summary>Contacts that ended long ago, a few at a time.</summary>
    void ForgetEnded()
    {
        for (var left = Limits.ForgottenAtOnce; left > 0 && _ended.Count > 0; left--)
        {
            var (number, endedTicks) = _ended.First();
            var isOld = _at - endedTicks >= Limits.EndedRemembered.Ticks;
            if (!isOld && _ended.Count < Limits.EndedContactsRemembered) return;
            Emit(new() { Kind = EventKind.ContactForgotten, Contact = number });
        }
    }
}

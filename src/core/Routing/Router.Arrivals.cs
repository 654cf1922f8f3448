using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    Refusal? Arrive(in Command command)
    {
        if (command.Id == Guid.Empty || command.Channel is < Channel.Call or > Channel.Task) return Refusal.NotUnderstood;
        if (command.Cost is < 0 or > Limits.Points) return Refusal.NotUnderstood;
        if (Directory.Contact(command.Id) > 0) return Refusal.AlreadyArrived;
        if (command.External != Guid.Empty && Directory.Contact(command.External, command.Channel) > 0)
        {
            return Refusal.AlreadyArrived;
        }

        ForgetEnded();
        Receive(command);
        contacts.FetchAhead(contacts.Last + 1);
        return null;
    }

    void Receive(in Command command)
    {
        var queue = Queue(command.Queue);
        var number = contacts.Last + 1;
        ref var arrived = ref Next(EventKind.Arrived, number);
        arrived.Id = command.Id;
        arrived.External = command.External;
        arrived.Queue = queue?.Number ?? 0;
        arrived.Channel = command.Channel;
        arrived.Language = Directory.Skills.Has(command.Language) ? command.Language : 0;
        arrived.Cost = command.Cost;
        arrived.BaseMilli = Math.Clamp(command.BaseMilli, -Limits.HighestRankMilli, Limits.HighestRankMilli);
        arrived.UntilTicks = Math.Clamp(command.Ticks, 1, at);
        arrived.Number = CountsFrom(command.Number, queue);
        arrived.Detail = OwnSteps(command.Detail);
        Become(arrived);
        ref var contact = ref contacts[number];
        if (queue is null) End(ref contact, Reason.UnknownQueue, 0);
        else if (!queue.IsOpen) Divert(ref contact, queue, queue.Settings.WhenClosed, Reason.QueueClosed);
        else if (IsFull(queue) || OpenContacts > Limits.Contacts)
        {
            Divert(ref contact, queue, queue.Settings.WhenFull, Reason.QueueFull);
        }
        else
        {
            EnterQueue(ref contact, Reason.None);
            if (OverflowsAtOnce(contact, queue)) Overflow(ref contact);
        }
    }

    /// <summary>Work that is due waits from its due instant minus its queue's lead; 0: from the arrival.</summary>
    long CountsFrom(long due, Queue? queue) => due <= 0 || queue is null
        ? 0
        : Math.Clamp(due - queue.Settings.DueLead.Ticks, 1, at + Limits.LongestClock.Ticks);

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
        else End(ref contact, reason, 0);
    }

    void TakeMessage(in Contact contact, Queue queue)
    {
        var wakes = queue.OpensAtTicks > at ? queue.OpensAtTicks : at + Settings.MessageWakesAfter.Ticks;
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
        return other.Partner == queue.Partner && other.IsOpen && !IsFull(other) ? other : null;
    }

    /// <summary>The contact begins to wait in its queue, in the first step that is not passed over.</summary>
    void EnterQueue(ref Contact contact, Reason reason)
    {
        HavePlanOfQueue(contact);
        var plan = PlanOf(contact);
        var step = FirstStep(contact, plan, 1);
        var forTicks = plan.Steps[step - 1].ForTicks;
        ref var queued = ref Next(EventKind.Queued, contact.Number);
        queued.Queue = contact.Queue;
        queued.Step = step;
        queued.Reason = reason;
        queued.UntilTicks = forTicks > 0 ? at + forTicks : 0;
        Become(ref contact, queued);
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
        for (var left = Limits.ForgottenAtOnce; left > 0 && ended.Count > 0; left--)
        {
            var ended = this.ended.First();
            var isOld = at - ended.AtTicks >= remembersEndedTicks;
            if (!isOld && this.ended.Count < Limits.EndedContactsRemembered) return;
            Become(Next(EventKind.ContactForgotten, ended.Number));
            Directory.FetchAhead(this.ended.First().Hashes);
        }
    }
}

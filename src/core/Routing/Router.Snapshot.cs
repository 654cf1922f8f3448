namespace Centrala.Core.Routing;

/// <summary>
/// The whole state in a fixed order. What can be worked out from the rest (counts, lanes, groups, clocks) is not
/// written.
/// </summary>
public sealed partial class Router
{
    internal void WriteState(ByteWriter to)
    {
        to.Instant(lastEventTicks);
        to.Number(lastTurn);
        SettingsFormat.Write(Settings, to);
        StateFormat.Write(Directory, to);
        for (var number = 1; number <= LastQueue; number++) StateFormat.Write(queues[number], to);
        for (var number = 1; number <= LastAgent; number++) StateFormat.Write(agents[number], to);
        to.Number(contacts.Last);
        to.Number(contacts.Count);
        for (var number = contacts.First; number <= contacts.Last; number++)
        {
            if (!contacts.Has(number)) continue;
            ref readonly var contact = ref contacts[number];
            ContactFormat.Write(contact, to);
            var plan = contacts.PlanOf(number);
            PlanFormat.Write(plan, IsPresent(plan), to);
            WriteCoolDowns(contact, to);
        }

        to.Number(ended.Count);
        foreach (var number in ended.All()) to.Number(number);
        WriteCallbacks(to);
    }

    internal void ReadState(ref ByteReader from)
    {
        at = lastEventTicks = from.Instant();
        lastTurn = from.Number();
        Settings = (CellSettings)SettingsFormat.Read(ref from)!;
        StateFormat.Read(Directory, ref from);
        for (var number = 1; number <= Directory.Queues.Count; number++)
        {
            queues.Add(StateFormat.ReadQueue(number, Directory, ref from));
        }
        for (var number = 1; number <= Directory.Agents.Count; number++)
        {
            agents.Add(StateFormat.ReadAgent(number, Directory, ref from));
        }
        ReadContacts(ref from);
        for (var left = from.Small(); left > 0; left--) ended.Add(ref contacts[from.Small()]);
        ReadCallbacks(ref from);
        WorkOut();
    }

    void ReadContacts(ref ByteReader from)
    {
        var last = from.Small();
        var plans = new PlanFormat(this);
        for (var left = from.Small(); left > 0; left--)
        {
            ref var contact = ref contacts.Add(from.Small());
            ContactFormat.Read(ref contact, ref from);
            contacts.PlanOf(contact.Number) = plans.Read(ref from);
            contact.Steps = (byte)(contacts.PlanOf(contact.Number)?.Steps.Length ?? 0);
            for (var coolDowns = from.Small(); coolDowns > 0; coolDowns--)
            {
                this.coolDowns.Add(ref contact, from.Small(), from.Number());
            }
        }

        contacts.StartAfter(last);
    }

    void WriteCoolDowns(in Contact contact, ByteWriter to)
    {
        var coolDowns = this.coolDowns.Of(contact);
        to.Number(coolDowns.Count);
        foreach (var (agent, until) in coolDowns)
        {
            to.Number(agent);
            to.Number(until);
        }
    }

    /// <summary>The plan is what its queue would give a new arrival of that language.</summary>
    bool IsPresent(Plan? plan) =>
        plan is not null && Queue(plan.Queue) is { } queue && queue.Plans.TryGetValue(plan.Language, out var present)
        && ReferenceEquals(plan, present);

    internal Plan PresentPlan(int queue, int language) => PlanOf(queues[queue]!, language);

    void WorkOut()
    {
        foreach (var queue in queues) queue?.CompileMembers(Directory);
        for (var number = contacts.First; number <= contacts.Last; number++)
        {
            if (contacts.Has(number)) CountIn(contacts[number]);
        }

        Reindex();
        for (var number = contacts.First; number <= contacts.Last; number++)
        {
            if (contacts.Has(number)) Schedule(ref contacts[number]);
        }

        foreach (var agent in agents)
        {
            if (agent is not null) Schedule(agent);
        }
    }

    void CountIn(in Contact contact)
    {
        Directory.Add(contact);
        if (Queue(contact.Queue) is not { } queue || contact.State == Vocabulary.ContactState.Ended) return;
        queue.Contacts++;
        if (contact.Seek == SeekState.Waiting && contact.Step > 0) queue.Waiting++;
        if (IsMessageFor(contact, queue.Number)) queue.Messages++;
    }
}

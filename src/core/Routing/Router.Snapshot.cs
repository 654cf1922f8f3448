namespace Centrala.Core.Routing;

/// <summary>
/// The whole state in a fixed order. What can be worked out from the rest (counts, lanes, groups, clocks) is not
/// written.
/// </summary>
public sealed partial class Router
{
    internal void WriteState(ByteWriter to)
    {
        to.Instant(_lastEventTicks);
        SettingsFormat.Write(Settings, to);
        StateFormat.Write(Directory, to);
        for (var number = 1; number <= LastQueue; number++) StateFormat.Write(_queues[number], to);
        for (var number = 1; number <= LastAgent; number++) StateFormat.Write(_agents[number], to);
        to.Number(_contacts.Last);
        to.Number(_contacts.Count);
        for (var number = _contacts.First; number <= _contacts.Last; number++)
        {
            if (!_contacts.Has(number)) continue;
            ref readonly var contact = ref _contacts[number];
            ContactFormat.Write(contact, to);
            var plan = _contacts.PlanOf(number);
            PlanFormat.Write(plan, IsPresent(plan), to);
            WriteCoolDowns(contact, to);
        }

        to.Number(_ended.Count);
        foreach (var number in _ended.All()) to.Number(number);
    }

    internal void ReadState(ref ByteReader from)
    {
        _at = _lastEventTicks = from.Instant();
        Settings = (CellSettings)SettingsFormat.Read(ref from)!;
        StateFormat.Read(Directory, ref from);
        for (var number = 1; number <= Directory.Queues.Count; number++)
        {
            _queues.Add(StateFormat.ReadQueue(number, Directory, ref from));
        }
        for (var number = 1; number <= Directory.Agents.Count; number++)
        {
            _agents.Add(StateFormat.ReadAgent(number, Directory, ref from));
        }
        ReadContacts(ref from);
        for (var left = from.Small(); left > 0; left--) _ended.Add(ref _contacts[from.Small()]);
        WorkOut();
    }

    void ReadContacts(ref ByteReader from)
    {
        var last = from.Small();
        var plans = new PlanFormat(this);
        for (var left = from.Small(); left > 0; left--)
        {
            ref var contact = ref _contacts.Add(from.Small());
            ContactFormat.Read(ref contact, ref from);
            _contacts.PlanOf(contact.Number) = plans.Read(ref from);
            contact.Steps = (byte)(_contacts.PlanOf(contact.Number)?.Steps.Length ?? 0);
            for (var coolDowns = from.Small(); coolDowns > 0; coolDowns--)
            {
                _coolDowns.Add(ref contact, from.Small(), from.Number());
            }
        }

        _contacts.StartAfter(last);
    }

    void WriteCoolDowns(in Contact contact, ByteWriter to)
    {
        var coolDowns = _coolDowns.Of(contact);
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

    internal Plan PresentPlan(int queue, int language) => PlanOf(_queues[queue]!, language);

    void WorkOut()
    {
        foreach (var queue in _queues) queue?.CompileMembers(Directory);
        for (var number = _contacts.First; number <= _contacts.Last; number++)
        {
            if (_contacts.Has(number)) CountIn(_contacts[number]);
        }

        Reindex();
        for (var number = _contacts.First; number <= _contacts.Last; number++)
        {
            if (_contacts.Has(number)) Schedule(ref _contacts[number]);
        }

        foreach (var agent in _agents)
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

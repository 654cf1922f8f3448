namespace Centrala.Server.Desk;

/// <summary>
/// What is different on a floor since an earlier one: whoever has that one, or any later, puts these in the place of
/// theirs.
/// </summary>
/// <param name="Since">The earlier floor's instant; null: this is the whole floor.</param>
/// <param name="Queues">New or different; so are agents and waiting contacts. Their order says nothing.</param>
/// <param name="Gone">Ids of queues, agents and waiting contacts that are there no more.</param>
sealed record FloorChanges(
    DateTimeOffset? Since, DateTimeOffset At, long Sequence, FiguresView Kpis, IReadOnlyList<FloorQueueView> Queues,
    IReadOnlyList<FloorAgentView> Agents, IReadOnlyList<FloorContactView> Waiting, IReadOnlyList<Guid> Gone)
{
    public static FloorChanges Between(FloorView? before, FloorView now)
    {
        if (before is null) return new(null, now.At, now.Sequence, now.Kpis, now.Queues, now.Agents, now.Waiting, []);
        var gone = new List<Guid>();
        return new(
            before.At, now.At, now.Sequence, now.Kpis,
            Different(before.Queues, now.Queues, queue => queue.Id, IsSame, gone),
            Different(before.Agents, now.Agents, agent => agent.Id, IsSame, gone),
            Different(before.Waiting, now.Waiting, contact => contact.ContactId, (one, other) => one == other, gone),
            gone);
    }

    static List<T> Different<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> now, Func<T, Guid> id, Func<T, T, bool> isSame, List<Guid> gone)
    {
        var known = before.ToDictionary(id);
        List<T> different = [.. now.Where(item => !known.Remove(id(item), out var same) || !isSame(same, item))];
        gone.AddRange(known.Keys);
        return different;
    }

    static bool IsSame(FloorQueueView one, FloorQueueView other) =>
        one == other with { Channels = one.Channels } && one.Channels.SequenceEqual(other.Channels);

    static bool IsSame(FloorAgentView one, FloorAgentView other) =>
        one == other with { Contacts = one.Contacts, PartnerNames = one.PartnerNames, Languages = one.Languages }
        && one.Contacts.SequenceEqual(other.Contacts) && one.PartnerNames.SequenceEqual(other.PartnerNames)
        && one.Languages.SequenceEqual(other.Languages);
}

using Centrala.Server.Live;

namespace Centrala.Server.Desk;

/// <summary>
/// Who watches the floor, by what they see of it: those who see the same are told the same, worked out once.
/// </summary>
sealed class FloorReaders(LiveStream stream)
{
    const string Type = "floor";

    readonly Dictionary<string, FloorView> told = [];

    /// <summary>Tells each what is different since the last time, and those whose sight nobody had then the whole.</summary>
    public void Tell(WholeFloor whole)
    {
        var groups = stream.Connections
            .Where(connection => connection.Watches(Topic.Floor) && connection.Actor.May(Permission.SeeFloor))
            .GroupBy(connection => SightOf(connection.Actor)).ToList();
        foreach (var sight in told.Keys.Except(groups.Select(group => group.Key)).ToList()) told.Remove(sight);
        foreach (var group in groups)
        {
            var floor = whole.For(group.First().Actor);
            var changes = FloorChanges.Between(told.GetValueOrDefault(group.Key), floor);
            told[group.Key] = floor;
            foreach (var tab in group) tab.Enqueue(new ForTab(tab.Id, Permission.SeeFloor, Type, floor.Sequence, changes));
        }
    }

    static string SightOf(Actor actor) =>
        $"{actor.Kind} {(actor.AllPartners ? "all" : string.Join(' ', actor.Partners.Order()))}";
}

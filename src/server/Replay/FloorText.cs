using System.Globalization;
using Centrala.Core.Vocabulary;
using Centrala.Server.Desk;

namespace Centrala.Server.Replay;

/// <summary>A floor in plain English, for the command line.</summary>
static class FloorText
{
    /// <summary>Line by line: queues, then agents, then who waits, the next first.</summary>
    public static IEnumerable<string> Of(FloorState floor, NameBook book)
    {
        foreach (var queue in floor.Queues)
            yield return $"queue  {book.Queue(queue.Id).Name}: {queue.Waiting} waiting{Since(queue.LongestSince, floor.At)}, "
                + $"{queue.Able} could answer{(queue.Open ? "" : ", closed")}";
        foreach (var agent in floor.Agents)
        {
            var work = agent.Work.Select(part => $"{Word(part.State)} {part.Channel} in {book.Queue(part.Queue).Name}");
            yield return $"agent  {book.Person(agent.Id)}: {Word(agent.State)}{(agent.Reachable ? "" : ", unreachable")}"
                + (agent.HasTelephone ? "" : ", without a telephone")
                + string.Concat(work.Select(part => ", " + part));
        }
        foreach (var contact in floor.Waiting)
            yield return $"waits  {contact.Contact} in {book.Queue(contact.Queue).Name}{Since(contact.Since, floor.At)}, "
                + $"rank {(contact.RankMilli / 1000m).ToString("0.###", CultureInfo.InvariantCulture)}, "
                + $"step {contact.Step} of {contact.Steps}";
    }

    static string Since(DateTimeOffset? since, DateTimeOffset at) =>
        since is { } from ? $", for {(at - from).TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s" : "";

    static string Word(WorkState state) => state.ToString().ToLowerInvariant();

    static string Word(AgentState state) => state.ToString().ToLowerInvariant();
}

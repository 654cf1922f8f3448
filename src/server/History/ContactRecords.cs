using Centrala.Core.Routing;
using Centrala.Server.Dispatch;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.History;

/// <summary>Reads a contact's own events out of the journal. Who may see the contact was asked before.</summary>
sealed class ContactRecords(Db database, Cell cell)
{
    const string Read = "select events from journal where cell = $1 and sequence = any($2) order by sequence";

    public async Task<IReadOnlyList<Event>> Of(int contact, long[] records, CancellationToken cancel)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(Read, connection)
        {
            Parameters = { new() { Value = Cell.Default }, new() { Value = records } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var told = new List<Event>();
        var events = new EventSink();
        while (await reader.ReadAsync(cancel))
        {
            events.Clear();
            Journal.ReadEvents((byte[])reader[0], events);
            foreach (ref readonly var happened in events.Events)
                if (happened.Contact == contact && HistoryEvent.Tells(happened.Kind)) told.Add(happened);
        }
        return told;
    }

    /// <summary>The ids behind the router's numbers of agents and queues.</summary>
    public Task<(Dictionary<int, Guid> Agents, Dictionary<int, Guid> Queues)> Ids(
        IReadOnlyList<Event> events, CancellationToken cancel)
    {
        int[] agents = [.. events.SelectMany(one => (int[])[one.Agent, one.ToAgent]).Where(number => number != 0).Distinct()];
        int[] queues = [.. events.Select(one => one.Queue).Where(number => number != 0).Distinct()];
        return cell.Read(view => (
            agents.ToDictionary(number => number, number => view.Router.Directory.AgentId(number)),
            queues.ToDictionary(number => number, number => view.Router.Directory.QueueId(number))), cancel);
    }
}

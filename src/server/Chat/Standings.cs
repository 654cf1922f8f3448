using Centrala.Server.Database;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Chat;

/// <summary>Works out where conversations stand: from their contact's row, and for those who wait from the live router.</summary>
sealed class Standings(Cell cell)
{
    /// <param name="contactState">As in the table of contacts; null before the cell has taken the arrival in.</param>
    public static Standing Of(
        string? contactState, string? agentName, string? endedReason, string? reason, DateTimeOffset? dueAt) => contactState switch
        {
            "connected" => new(Standing.Connected, AgentName: agentName),
            "parked" => new(Standing.Parked, OpensAt: reason == "message-taken" ? dueAt : null),
            "wrap-up" or "ended" => new(Standing.Ended, AgentName: agentName, EndedReason: endedReason ?? "other"),
            _ => new(Standing.Waiting),
        };

    /// <summary>The place in the line and the expected wait of one contact, or only that it waits.</summary>
    public async Task<Standing> Waiting(Guid contact, CancellationToken cancel)
    {
        try
        {
            return await cell.Read(view => Waiting(view, contact), cancel) ?? new Standing(Standing.Waiting);
        }
        catch (UnavailableException)
        {
            // Nobody routes at this moment: the customer still waits, only the place is not known.
            return new(Standing.Waiting);
        }
    }

    /// <summary>The same for many, in one question. Those that do not wait are left out.</summary>
    public Task<Dictionary<Guid, Standing>> Waiting(IReadOnlyCollection<Guid> contacts, CancellationToken cancel) =>
        cell.Read(view =>
        {
            var all = new Dictionary<Guid, Standing>();
            foreach (var contact in contacts)
                if (Waiting(view, contact) is { } standing) all[contact] = standing;
            return all;
        }, cancel);

    static Standing? Waiting(CellView view, Guid id) => PlaceInLine.Of(view, id) is not { } place ? null
        : new(Standing.Waiting, Position: place.Position, WaitFrom: (int?)place.From?.TotalSeconds, WaitTo: (int?)place.To?.TotalSeconds);
}

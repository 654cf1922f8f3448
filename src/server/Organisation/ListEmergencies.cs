using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Queues that take no work now because somebody declared an emergency.</summary>
static class ListEmergencies
{
    /// <param name="Announcements">What customers read, by language tag.</param>
    public sealed record EmergencyView(Guid QueueId, DateTimeOffset Since, IReadOnlyDictionary<string, string> Announcements);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/emergencies", Handle).WithName("listEmergencies").WithSummary("Queues in an emergency")
        .Requires(Permission.OwnAccount);

    static async Task<Ok<IReadOnlyList<EmergencyView>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var rows = await work.Query<Row>(
            "select queue_id, since, announcements::text as announcements from queue_emergency order by since, queue_id");
        return TypedResults.Ok<IReadOnlyList<EmergencyView>>([.. rows.Select(row => new EmergencyView(
            row.QueueId, row.Since, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Announcements)!))]);
    }

    sealed record Row(Guid QueueId, DateTimeOffset Since, string Announcements);
}

using System.Text.Json;
using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>
/// Stops a queue from taking new work at once, with words that customers read instead. What waits already is served or
/// moved by the queue's rule for its closing.
/// </summary>
static class DeclareEmergency
{
    public const int AnnouncementMax = 500;

    /// <param name="Announcements">What customers read, by language tag; at least one.</param>
    public sealed record Request(IReadOnlyDictionary<string, string> Announcements);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/queues/{id:guid}/emergency", Handle).WithName("declareEmergency")
        .WithSummary("Close a queue at once, with an announcement").Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, OpeningHours hours, TimeProvider time, CancellationToken cancel)
    {
        if (Check(request).Answer() is { } wrong) return wrong;
        await using var work = await database.Begin(actor, cancel);
        var now = time.GetUtcNow();
        var stored = await work.Execute("""
            insert into queue_emergency (queue_id, partner_id, announcements, since, declared_by)
            select id, partner_id, @announcements::jsonb, @now, @by from queue where id = @id and removed_at is null
            on conflict (queue_id) do update set announcements = excluded.announcements
            """, new { id, announcements = JsonSerializer.Serialize(request.Announcements), now, by = actor.Id });
        if (stored == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, now, "emergency-declared", "queue", id);
        await work.Commit();
        hours.Reread();
        return TypedResults.NoContent();
    }

    static Faults Check(Request request)
    {
        var faults = new Faults();
        faults.Unless(request.Announcements.Count is > 0 and <= 50, "announcements", Say($"Say it in at least one language."));
        foreach (var (language, text) in request.Announcements.Take(50))
        {
            faults.Language(language, "announcements");
            faults.Unless(!string.IsNullOrWhiteSpace(text) && text.Length <= AnnouncementMax && !text.Contains('\0'),
                $"announcements.{language}", Say($"1 to {AnnouncementMax} characters."));
        }
        return faults;
    }
}

using Centrala.Server.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>The reader says that a lead's words were read; the lead sees it at once. Once said, it stays.</summary>
static class AcknowledgeAnnouncement
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/announcements/{id:guid}/reading", Handle).WithName("acknowledgeAnnouncement")
        .WithSummary("Say that one has read what a lead wrote").Requires(Permission.OwnAccount);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, LiveStream stream, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var author = await work.Single<Guid?>("""
            update announcement_reader set read_at = coalesce(read_at, @now)
            where announcement_id = @id and person_id = @reader returning author_id
            """, new { id, now = time.GetUtcNow(), reader = actor.Id });
        await work.Commit();
        if (author is not { } told) return CommonProblems.NotFound.Answer();
        stream.Publish(new ForPerson(told, "announcement.read", 0, new Read(id), $"announcement {id}"));
        stream.Publish(new ForPerson(actor.Id, "announcement.acknowledged", 0, new Read(id)));
        return TypedResults.NoContent();
    }

    sealed record Read(Guid Id);
}

using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>A lead writes to one person, a team or everybody of the own partners; each has it on the desk until it is read.</summary>
static class SendAnnouncement
{
    public const int TextMax = 1000;

    static readonly Problem nobodyToTell = new("nobody-to-tell", 409, "Nobody would read it",
        "No agent or lead of your partners belongs to this audience. Nothing was sent. Choose another audience.");

    /// <param name="AudienceId">The person or the team; nothing for everybody.</param>
    public sealed record Request(Audience Audience, Guid? AudienceId, string Text);

    public sealed record Response(Guid Id, int Readers);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/announcements", Handle).WithName("sendAnnouncement").WithSummary("Write to a person, a team or everybody")
        .Requires(Permission.SteerFloor);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, Actor actor, Db database, LiveStream stream, TimeProvider time, CancellationToken cancel)
    {
        var text = request.Text?.Trim() ?? "";
        var validation = new Validation()
            .Check("text", text.Length is 0 or > TextMax || text.Contains('\0') ? Say($"1 to {TextMax} characters.") : null)
            .Check("audienceId", request.AudienceId is null == (request.Audience == Audience.Everybody) ? null
                : Say($"Name the person or the team; nothing for everybody."));
        if (validation.Failed) return validation.Answer();

        await using var work = await database.Begin(actor, cancel);
        var announcement = new AnnouncementView(
            Guid.CreateVersion7(), await work.Single<string>("select name from person where id = @Id", new { actor.Id }) ?? "",
            text, time.GetUtcNow());
        var readers = await Readers(work, actor, request);
        if (readers.Count == 0) return nobodyToTell.Answer();
        await Keep(work, actor, request, announcement, readers);
        await Audit.Write(work, actor, announcement.At, "announcement-sent", "announcement", announcement.Id,
            new { audience = Word<Audience>.Of(request.Audience), request.AudienceId, readers = readers.Count });
        await work.Commit();
        foreach (var reader in readers) stream.Publish(new ForPerson(reader, "announcement", 0, announcement));
        return TypedResults.Ok(new Response(announcement.Id, readers.Count));
    }

    // Whom the actor may see at all is the tables' own policy.
    static Task<IReadOnlyList<Guid>> Readers(Work work, Actor actor, Request request) => work.Query<Guid>("""
        select p.id from person p left join agent a on a.id = p.id and a.removed_at is null
        where p.deactivated_at is null and p.roles && '{agent,lead}' and p.id <> @Id
          and case @audience when 'person' then p.id = @AudienceId when 'team' then a.team_id = @AudienceId else true end
        """, new { actor.Id, audience = Word<Audience>.Of(request.Audience), request.AudienceId });

    static async Task Keep(Work work, Actor actor, Request request, AnnouncementView said, IReadOnlyList<Guid> readers)
    {
        await work.Execute("""
            insert into announcement (id, author_id, audience, audience_id, text, at)
            values (@Id, @author, @audience, @AudienceId, @Text, @At)
            """, new
        {
            said.Id,
            author = actor.Id,
            audience = Word<Audience>.Of(request.Audience),
            request.AudienceId,
            said.Text,
            said.At,
        });
        await work.Execute("""
            insert into announcement_reader (announcement_id, person_id, author_id)
            select @Id, reader, @author from unnest(@readers) as reader
            """, new { said.Id, author = actor.Id, readers = readers.ToArray() });
    }
}

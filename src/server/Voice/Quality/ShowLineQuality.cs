using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Quality;

/// <summary>How the lines of a call were, and how much was said; after its end.</summary>
static class ShowLineQuality
{
    /// <param name="SilentSeconds">Neither side spoke; null before the call's end.</param>
    /// <param name="CrosstalkSeconds">Both spoke at once.</param>
    public sealed record Response(int? SilentSeconds, int? CrosstalkSeconds, IReadOnlyList<LineView> Lines);

    /// <param name="AgentId">Null for the customer's line.</param>
    /// <param name="AgentName">Null once the person was erased.</param>
    /// <param name="LossShare">Of the party's packets: lost or too late; 0 to 1.</param>
    /// <param name="Opinion">How the party sounded, 1 to 4.5 (mean opinion by the E-model); null when nothing was to be heard.</param>
    /// <param name="OpinionThere">How the others sounded to the party; null when its device did not say.</param>
    public sealed record LineView(
        Guid? AgentId, string? AgentName, DateTimeOffset BeganAt, DateTimeOffset EndedAt, string Codec, double LossShare, int JitterMs,
        int? RoundTripMs, double? Opinion, double? OpinionThere, int SpokenSeconds);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contacts/{contactId:guid}/line-quality", Handle).WithName("showLineQuality").WithSummary("How the lines of a call were")
        .Requires(Permission.ReadConversations);

    static async Task<Ok<Response>> Handle(Guid contactId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var talk = await work.Single<Talk?>("select silent_seconds, crosstalk_seconds from call where contact_id = @contactId", new { contactId });
        var lines = await work.Query<LineView>("""
            select q.agent_id, p.name as agent_name, q.began_at, q.ended_at, q.codec,
                   (case when q.heard > 0 then least(1, (greatest(q.lost, 0) + q.late)::float8 / q.heard) else 0 end) as loss_share,
                   q.jitter_ms, q.round_trip_ms, q.opinion, q.opinion_there, q.spoken_seconds
            from line_quality q left join person p on p.id = q.agent_id
            where q.contact_id = @contactId order by q.began_at, q.id
            """, new { contactId });
        return TypedResults.Ok(new Response(talk?.SilentSeconds, talk?.CrosstalkSeconds, lines));
    }

    sealed record Talk(int? SilentSeconds, int? CrosstalkSeconds);
}

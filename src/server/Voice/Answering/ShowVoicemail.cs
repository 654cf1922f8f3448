using Centrala.Protocols.Rtp;
using Centrala.Server.Access;
using Centrala.Server.Voice.Media;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>The message that a contact is, and its sound, for those who serve its partner.</summary>
static class ShowVoicemail
{
    /// <param name="Caller">Null when withheld or erased.</param>
    /// <param name="Language">The tag of the language that the caller chose; null: nobody knows.</param>
    /// <param name="HasSound">False once it was erased.</param>
    public sealed record Response(string? Caller, string? Language, float Seconds, DateTimeOffset LeftAt, bool HasSound);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/contacts/{contactId:guid}/voicemail", Show).WithName("showVoicemail")
            .WithSummary("The message that a contact is").Requires(Permission.HandleContacts);
        routes.MapGet("/contacts/{contactId:guid}/voicemail/sound", Play).WithName("playVoicemail")
            .WithSummary("Hear the message that a contact is").Produces<byte[]>(200, "audio/wav").Requires(Permission.HandleContacts);
    }

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Show(Guid contactId, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var found = await work.Single<Response?>("""
            select v.caller, s.language, v.seconds, v.left_at, v.sound is not null as has_sound
            from voicemail v left join skill s on s.id = v.language_id where v.contact_id = @contactId
            """, new { contactId });
        return found is null ? CommonProblems.NotFound.Answer() : TypedResults.Ok(found);
    }

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Play(
        Guid contactId, Actor actor, Db database, InstallationKey key, HttpResponse response, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var box = await work.Single<byte[]?>("select sound from voicemail where contact_id = @contactId", new { contactId });
        if (box is null) return CommonProblems.NotFound.Answer();
        var sound = new SealedSecret(key.For(Voicemails.KeyName)).Open(box, contactId);
        var samples = new short[sound.Length];
        G711.DecodeA(sound, samples);
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(Wav.Write(samples), "audio/wav", enableRangeProcessing: true);
    }
}

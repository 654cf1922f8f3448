using Centrala.Server.Access;
using Centrala.Server.Organisation;
using Centrala.Server.Voice.Media;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>Puts a partner's own recording in the place of the program's voice. Kept as telephones hear it: 8 kHz, 16 bit, mono.</summary>
static class SavePrompt
{
    public const int SecondsMax = 60;

    /// <summary>Of the longest recording at the highest rate, and what a file has around it.</summary>
    public const int BytesMax = SecondsMax * Wav.HertzMax * sizeof(short) + FormBytes;

    const int FormBytes = 64 * 1024;

    const string Upsert = """
        insert into prompt (partner_id, language, name, sound, digest, seconds, saved_at)
        select id, @language, @name, @sound, @digest, @seconds, @at from partner where id = @id and removed_at is null
        on conflict (partner_id, language, name) do update
          set sound = excluded.sound, digest = excluded.digest, seconds = excluded.seconds, saved_at = excluded.saved_at
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/partners/{id:guid}/prompts/{language}/{name}", Handle).WithName("savePrompt")
        .WithSummary("Give a partner words of its own: a WAV of 16 bit, mono, 8 to 48 kHz")
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(BytesMax + FormBytes))
        .DisableAntiforgery()
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, string language, string name, IFormFile file, Actor actor, Db database, VoiceBook book, TimeProvider time,
        CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Language(language, "language");
        faults.Unless(PromptNames.IsName(name), "name", PromptNames.Rule);
        var samples = await Read(file, faults, cancel);
        if (faults.Answer() is { } wrong) return wrong;

        var sound = Wav.Write(samples);
        var row = new { id, language, name, sound, digest = PromptFile.DigestOf(sound), seconds = (float)samples.Length / Wav.Hertz, at = time.GetUtcNow() };
        await using var work = await database.Begin(actor, cancel);
        try
        {
            if (await work.Execute(Upsert, row) == 0) return CommonProblems.NotFound.Answer();
        }
        catch (PostgresException hidden) when (hidden.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return CommonProblems.NotFound.Answer();
        }
        await Audit.Write(work, actor, time.GetUtcNow(), "prompt-saved", "partner", id, new { language, name });
        await work.Commit();
        await book.Read(cancel);
        return TypedResults.NoContent();
    }

    static async Task<short[]> Read(IFormFile file, Faults faults, CancellationToken cancel)
    {
        faults.Unless(file.Length is > 0 and <= BytesMax, "file", Say($"A recording has at most {BytesMax >> 20} MB."));
        if (faults.Count > 0) return [];
        var bytes = new byte[file.Length];
        await using (var from = file.OpenReadStream()) await from.ReadExactlyAsync(bytes, cancel);
        var samples = Wav.Read(bytes) ?? [];
        faults.Unless(samples.Length > 0, "file", Say($"It is no WAV of 16 bit, one channel, 8 to 48 kHz."));
        faults.Unless(samples.Length <= SecondsMax * Wav.Hertz, "file", Say($"A recording lasts at most {SecondsMax} seconds."));
        return samples;
    }
}

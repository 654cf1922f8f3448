using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>The sound of what a partner's callers hear: its own recording, else the program's voice.</summary>
static class ShowPrompt
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/partners/{id:guid}/prompts/{language}/{name}", Handle).WithName("showPrompt").WithSummary("Hear a prompt")
        .Produces<byte[]>(200, "audio/wav")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, string language, string name, Actor actor, Db database, Settings settings, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var sound = await work.Single<byte[]?>(
            "select sound from prompt where partner_id = @id and language = @language and name = @name", new { id, language, name });
        sound ??= await Spoken(settings, language, name, cancel);
        return sound is null ? CommonProblems.NotFound.Answer() : TypedResults.File(sound, "audio/wav", enableRangeProcessing: true);
    }

    static async Task<byte[]?> Spoken(Settings settings, string language, string name, CancellationToken cancel)
    {
        if (settings.PromptFolder is not { } folder || !SpokenTexts.Languages.Contains(language) || !PromptNames.IsName(name)) return null;
        var file = SpeakPrompts.FileOf(folder, language, name);
        return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancel) : null;
    }
}

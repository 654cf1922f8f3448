using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>Gives a partner its picture, or another one.</summary>
static class SaveLogo
{
    /// <summary>What a form adds around its file.</summary>
    const int FormBytes = 16 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/partners/{id:guid}/logo", Handle).WithName("saveLogo").WithSummary("Give a partner its logo: PNG, JPEG or WebP")
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Logo.BytesMax + FormBytes))
        .DisableAntiforgery()
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, IFormFile file, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        if (file.Length is 0 or > Logo.BytesMax) return Wrong();
        var content = new byte[file.Length];
        await using (var from = file.OpenReadStream()) await from.ReadExactlyAsync(content, cancel);

        await using var work = await database.Begin(actor, cancel);
        if (await Store(work, actor, time.GetUtcNow(), id, content) is { } refusal) return refusal;
        await work.Commit();
        return TypedResults.NoContent();
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<ProblemHttpResult?> Store(
        Work work, Actor actor, DateTimeOffset at, Guid id, byte[] content)
    {
        if (content.Length > Logo.BytesMax || Logo.KindOf(content) is not { } kind) return Wrong();
        var stored = await work.Execute("""
            insert into partner_logo (partner_id, media_type, content, version)
            select id, @kind, @content, @version from partner where id = @id and removed_at is null
            on conflict (partner_id) do update set media_type = excluded.media_type, content = excluded.content,
              version = excluded.version, removed_at = null
            """, new { id, kind, content, version = Logo.VersionOf(content) });
        if (stored == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, at, "logo-saved", "partner", id);
        return null;
    }

    static ProblemHttpResult Wrong() => new Validation()
        .Check("logo", Say($"A PNG, JPEG or WebP of at most {Logo.BytesMax / 1024} KB.")).Answer();
}

using System.Security.Cryptography;
using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>Gives a partner its picture, or another one.</summary>
static class SaveLogo
{
    /// <summary>What a form adds around its file.</summary>
    const int FormBytes = 16 * 1024;

    const int VersionBytes = 8;

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
        if (Logo.KindOf(content) is not { } kind) return Wrong();

        await using var work = await database.Begin(actor, cancel);
        var version = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, VersionBytes));
        var stored = await work.Execute("""
            insert into partner_logo (partner_id, media_type, content, version)
            select id, @kind, @content, @version from partner where id = @id and removed_at is null
            on conflict (partner_id) do update
              set media_type = excluded.media_type, content = excluded.content, version = excluded.version
            """, new { id, kind, content, version });
        if (stored == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "logo-saved", "partner", id);
        await work.Commit();
        return TypedResults.NoContent();
    }

    static ProblemHttpResult Wrong() => new Validation()
        .Check("logo", $"A PNG, JPEG or WebP of at most {Logo.BytesMax / 1024} KB.").Answer();
}

using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Adds a skill or a language, or changes its name.</summary>
static class SaveSkill
{
    /// <param name="Word">What stands for it in steps; stays the same for good.</param>
    /// <param name="Language">The tag of a language (<c>pl</c>, <c>pt-PT</c>); null for other skills. Stays the same for good.</param>
    public sealed record Request(int Version, string Word, string Name, string? Language);

    const string Upsert = """
        insert into skill (id, kind, word, language, name, last_edit)
        values (@id, case when @Language::text is null then 'skill' else 'language' end, @Word, @Language, @Name, @edit)
        on conflict (id) do update set name = @Name, version = skill.version + 1, last_edit = @edit
        where skill.version = @version and skill.removed_at is null
          and skill.word = @Word and skill.language is not distinct from @Language
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/skills/{id:guid}", Handle).WithName("saveSkill").WithSummary("Add a skill or change it")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        return await Store(edit, id, request) ?? await edit.Commit();
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(Edit edit, Guid id, Request request)
    {
        var faults = new Faults();
        faults.Name(request.Name);
        faults.Word(request.Word);
        if (request.Language is { } language) faults.Language(language, "language");
        if (faults.Answer() is { } wrong) return wrong;

        var values = new { request.Word, request.Name, request.Language };
        if (await edit.Store("skill", Upsert, id, request.Version, request, values) is { } answer) return answer;
        edit.Tell(CellCommand.ConfigureSkill(id, isLanguage: request.Language is not null));
        return null;
    }
}

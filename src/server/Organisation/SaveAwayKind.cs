using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Adds a reason for being away that agents can choose, or changes it.</summary>
static class SaveAwayKind
{
    /// <param name="Position">0–1,000: where it stands in the list.</param>
    public sealed record Request(int Version, string Name, int Position);

    const string Upsert = """
        insert into away_kind (id, name, position, last_edit) values (@id, @Name, @Position, @edit)
        on conflict (id) do update set name = @Name, position = @Position, version = away_kind.version + 1, last_edit = @edit
        where away_kind.version = @version and away_kind.removed_at is null
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/away-kinds/{id:guid}", Handle).WithName("saveAwayKind").WithSummary("Add a reason for being away or change it")
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
        faults.Range(request.Position, 0, 1_000, "position");
        if (faults.Answer() is { } wrong) return wrong;

        var values = new { request.Name, request.Position };
        if (await edit.Store("away_kind", Upsert, id, request.Version, request, values) is { } answer) return answer;
        return null;
    }
}

using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Adds a company that lends agents to the centre, or changes its name.</summary>
static class SaveVendor
{
    /// <param name="Word">What stands for it in steps; stays the same for good.</param>
    public sealed record Request(int Version, string Word, string Name);

    const string Upsert = """
        insert into vendor (id, word, name, last_edit) values (@id, @Word, @Name, @edit)
        on conflict (id) do update set name = @Name, version = vendor.version + 1, last_edit = @edit
        where vendor.version = @version and vendor.removed_at is null and vendor.word = @Word
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/vendors/{id:guid}", Handle).WithName("saveVendor").WithSummary("Add a vendor or change it")
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
        if (faults.Answer() is { } wrong) return wrong;

        var values = new { request.Word, request.Name };
        if (await edit.Store("vendor", Upsert, id, request.Version, request, values) is { } answer) return answer;
        edit.Tell(CellCommand.ConfigureVendor(id));
        return null;
    }
}

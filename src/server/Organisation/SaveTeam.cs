using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Adds a team or changes its name and lead.</summary>
static class SaveTeam
{
    /// <param name="Word">What stands for it in steps; stays the same for good.</param>
    /// <param name="LeadId">The person who leads it; null while nobody does.</param>
    public sealed record Request(int Version, string Word, string Name, Guid? LeadId);

    const string Upsert = """
        insert into team (id, word, name, lead_id, last_edit) values (@id, @Word, @Name, @LeadId, @edit)
        on conflict (id) do update set name = @Name, lead_id = @LeadId, version = team.version + 1, last_edit = @edit
        where team.version = @version and team.removed_at is null and team.word = @Word
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/teams/{id:guid}", Handle).WithName("saveTeam").WithSummary("Add a team or change it")
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
        if (request.LeadId is { } lead)
            faults.Unless(await edit.Work.Single<bool>("select exists (select from person where id = @lead)", new { lead }),
                "leadId", Say($"There is no such person."));
        if (faults.Answer() is { } wrong) return wrong;

        var values = new { request.Word, request.Name, request.LeadId };
        if (await edit.Store("team", Upsert, id, request.Version, request, values) is { } answer) return answer;
        edit.Tell(CellCommand.ConfigureTeam(id));
        return null;
    }
}

using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Answering;

/// <summary>Says what callers of a partner's numbers go through, or changes it. Callers who are on their way go it as it was.</summary>
static class SavePlan
{
    /// <param name="PartnerId">Cannot be changed later.</param>
    public sealed record Request(int Version, Guid PartnerId, string Name, IReadOnlyList<FlowStep> Steps);

    const string Upsert = """
        insert into answering_plan (id, partner_id, name, steps, last_edit) values (@id, @PartnerId, @Name, @steps::jsonb, @edit)
        on conflict (id) do update set name = @Name, steps = @steps::jsonb, version = answering_plan.version + 1, last_edit = @edit
        where answering_plan.version = @version and answering_plan.removed_at is null and answering_plan.partner_id = @PartnerId
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/answering-plans/{id:guid}", Handle).WithName("saveAnsweringPlan")
        .WithSummary("Add an answering plan or change it").Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Edit.Source edits, VoiceBook book, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (await Store(edit, id, request) is { } answer) return answer;
        var edited = await edit.Commit();
        await book.Read(cancel);
        return edited;
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(Edit edit, Guid id, Request request)
    {
        var faults = new Faults();
        faults.Name(request.Name);
        await faults.Partner(edit.Work, request.PartnerId, "partnerId");
        var queues = await edit.Work.Query<Guid>("select id from queue where partner_id = @PartnerId and removed_at is null", request);
        var languages = await edit.Work.Query<Guid>("select id from skill where kind = 'language' and removed_at is null");
        new PlanCheck(faults, queues.ToHashSet(), languages.ToHashSet()).Steps(request.Steps);
        if (faults.Answer() is { } wrong) return wrong;

        var steps = FlowSteps.Text(request.Steps);
        return await edit.Store("answering_plan", Upsert, id, request.Version, new { request.PartnerId, request.Name, steps },
            new { request.PartnerId, request.Name, steps });
    }
}

using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice.Answering;

/// <summary>Takes an answering plan out of use, once no number leads to it.</summary>
static class RemovePlan
{
    const int NamedMax = 5;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/answering-plans/{id:guid}", Handle).WithName("removeAnsweringPlan").WithSummary("Remove an answering plan")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        var numbers = await edit.Work.Query<string>(
            "select number from telephone_number where answering_plan_id = @id and removed_at is null order by number limit @NamedMax",
            new { id, NamedMax });
        if (numbers.Count > 0)
        {
            var named = string.Join(", ", numbers);
            return OrganisationProblems.StillInUse.Answer(Say($"In use by: {named}.").Text);
        }
        if (!await edit.Remove("answering_plan", id)) return CommonProblems.NotFound.Answer();
        await edit.Finish();
        return TypedResults.NoContent();
    }
}

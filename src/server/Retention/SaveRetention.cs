using Centrala.Server.Access;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>Says how long a partner's conversations and files are kept. What is too old goes with the next night.</summary>
static class SaveRetention
{
    public const int DaysMax = 36_500;

    /// <param name="ConversationDays">1–36,500 since their end; null: for good.</param>
    /// <param name="FileDays">1–36,500 since they were sent; null: as long as their conversation.</param>
    public sealed record Request(int? ConversationDays, int? FileDays);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/partners/{id:guid}/retention", Handle).WithName("saveRetention")
        .WithSummary("Say how long a partner's conversations are kept").Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Range(request.ConversationDays, 1, DaysMax, "conversationDays");
        faults.Range(request.FileDays, 1, DaysMax, "fileDays");
        if (faults.Answer() is { } wrong) return wrong;
        await using var work = await database.Begin(actor, cancel);
        var stored = await work.Execute("""
            insert into retention (partner_id, conversation_days, file_days)
            select id, @ConversationDays, @FileDays from partner where id = @id and removed_at is null
            on conflict (partner_id) do update set conversation_days = @ConversationDays, file_days = @FileDays
            """, new { id, request.ConversationDays, request.FileDays });
        if (stored == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "retention-changed", "partner", id, request);
        await work.Commit();
        return TypedResults.NoContent();
    }
}

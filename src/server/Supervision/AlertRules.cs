using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>What leads want to be alerted to, within their partners.</summary>
static class AlertRules
{
    const int ThresholdMax = 1_000_000;

    /// <param name="QueueId">Null: each queue of the partner.</param>
    /// <param name="Threshold">Contacts, seconds or basis points; 0 for nobody able.</param>
    public sealed record Request(Guid PartnerId, Guid? QueueId, AlertMeasure Measure, int Threshold);

    public sealed record Row(Guid Id, Guid PartnerId, Guid? QueueId, string Measure, int Threshold);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/alert-rules", List).WithName("listAlertRules").WithSummary("What raises an alert")
            .Requires(Permission.SteerFloor);
        routes.MapPut("/alert-rules/{id:guid}", Save).WithName("saveAlertRule").WithSummary("Add or change what raises an alert")
            .Requires(Permission.SteerFloor);
        routes.MapDelete("/alert-rules/{id:guid}", Remove).WithName("removeAlertRule")
            .WithSummary("Be alerted to it no longer").Requires(Permission.SteerFloor);
    }

    static async Task<Ok<IReadOnlyList<Row>>> List(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await work.Query<Row>(
            "select id, partner_id, queue_id, measure, threshold from alert_rule where removed_at is null order by id"));
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Save(
        Guid id, Request request, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var most = request.Measure == AlertMeasure.ServiceLevel ? 10_000 : ThresholdMax;
        await using var work = await database.Begin(actor, cancel);
        var isThere = actor.Serves(request.PartnerId) && await work.Single<bool>("""
            select exists (select from partner where id = @PartnerId)
              and (@QueueId::uuid is null
                   or exists (select from queue where id = @QueueId and partner_id = @PartnerId and removed_at is null))
            """, new { request.PartnerId, request.QueueId });
        var validation = new Validation()
            .Check("queueId", isThere ? null : Say($"The partner has no such queue."))
            .Check("measure", Enum.IsDefined(request.Measure) ? null : Say($"This is no measure."))
            .Check("threshold", request.Threshold < 0 || request.Threshold > most ? Say($"Choose 0 to {most}.") : null);
        if (validation.Failed) return validation.Answer();
        if (!await Store(work, id, request, actor)) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "alert-rule-saved", "alert_rule", id, request);
        await work.Commit();
        return TypedResults.NoContent();
    }

    /// <returns>False when the id belongs to a rule of another partner, or to one that was removed.</returns>
    static async Task<bool> Store(Work work, Guid id, Request request, Actor actor)
    {
        var values = new
        {
            id,
            request.PartnerId,
            request.QueueId,
            measure = Word<AlertMeasure>.Of(request.Measure),
            request.Threshold,
            by = actor.Id,
        };
        return await work.Execute("""
            insert into alert_rule (id, partner_id, queue_id, measure, threshold, changed_by)
            values (@id, @PartnerId, @QueueId, @measure, @Threshold, @by) on conflict (id) do nothing
            """, values) > 0
            || await work.Execute("""
            update alert_rule set queue_id = @QueueId, measure = @measure, threshold = @Threshold, changed_by = @by
            where id = @id and partner_id = @PartnerId and removed_at is null
            """, values) > 0;
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var now = time.GetUtcNow();
        if (await work.Execute(
            "update alert_rule set removed_at = @now, changed_by = @by where id = @id and removed_at is null",
            new { id, now, by = actor.Id }) == 0) return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, now, "alert-rule-removed", "alert_rule", id);
        await work.Commit();
        return TypedResults.NoContent();
    }
}

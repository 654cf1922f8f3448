using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Supervision;

/// <summary>What leads want to be alerted to, and what was raised and cleared.</summary>
static class AlertTable
{
    public static async Task<IReadOnlyList<AlertRule>> Rules(Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<RuleRow>(
            "select id, partner_id, queue_id, measure, threshold from alert_rule where removed_at is null");
        return [.. rows.Select(row => row.Rule())];
    }

    public static async Task<IReadOnlyList<StandingAlert>> Standing(Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<AlertRow>("""
            select a.id, a.rule_id, a.partner_id, a.queue_id, a.measure, a.threshold, a.worst, a.raised_at
            from alert a where a.cleared_at is null
            """);
        return [.. rows.Select(row => row.Alert())];
    }

    public static async Task Keep(
        Db database, IReadOnlyList<StandingAlert> raised, IReadOnlyList<StandingAlert> worse,
        IReadOnlyList<StandingAlert> cleared, DateTimeOffset now, CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        foreach (var alert in raised)
            await work.Execute("""
                insert into alert (id, rule_id, partner_id, queue_id, measure, threshold, worst, raised_at)
                values (@Id, @rule, @Partner, @Queue, @measure, @Threshold, @Worst, @RaisedAt)
                on conflict (rule_id, queue_id) where cleared_at is null do nothing
                """, new
            {
                alert.Id,
                rule = alert.Rule.Id,
                alert.Partner,
                alert.Queue,
                measure = Word<AlertMeasure>.Of(alert.Rule.Measure),
                alert.Rule.Threshold,
                alert.Worst,
                alert.RaisedAt,
            });
        foreach (var alert in worse)
            await work.Execute("update alert set worst = @Worst where id = @Id", new { alert.Id, alert.Worst });
        foreach (var alert in cleared)
            await work.Execute("update alert set cleared_at = @now where id = @Id", new { alert.Id, now });
        await work.Commit();
    }

    public static AlertMeasure MeasureOf(string word) =>
        Enum.GetValues<AlertMeasure>().First(measure => Word<AlertMeasure>.Of(measure) == word);

    sealed record RuleRow(Guid Id, Guid PartnerId, Guid? QueueId, string Measure, int Threshold)
    {
        public AlertRule Rule() => new(Id, PartnerId, QueueId, MeasureOf(Measure), Threshold);
    }

    sealed record AlertRow(
        Guid Id, Guid RuleId, Guid PartnerId, Guid QueueId, string Measure, int Threshold, int Worst, DateTimeOffset RaisedAt)
    {
        public StandingAlert Alert() => new(
            Id, new(RuleId, PartnerId, QueueId, MeasureOf(Measure), Threshold), QueueId, PartnerId, Worst, RaisedAt, null);
    }
}

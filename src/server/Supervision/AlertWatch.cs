namespace Centrala.Server.Supervision;

/// <param name="Queue">Null: each queue of the partner.</param>
sealed record AlertRule(Guid Id, Guid Partner, Guid? Queue, AlertMeasure Measure, int Threshold)
{
    public bool Covers(in QueueSight sight) => Queue is { } queue ? queue == sight.Queue : Partner == sight.Partner;
}

/// <summary>A threshold that was passed.</summary>
/// <param name="Worst">The worst value since.</param>
/// <param name="Calm">Since when the value has been on the right side again; null while it is not.</param>
sealed record StandingAlert(
    Guid Id, AlertRule Rule, Guid Queue, Guid Partner, int Worst, DateTimeOffset RaisedAt, DateTimeOffset? Calm);

/// <summary>
/// Raises an alert as soon as a threshold is passed and clears it after a minute on the right side, so that a value that
/// swings about its threshold rings once. Pure: sight and time come in, what is new comes out.
/// </summary>
sealed class AlertWatch
{
    public static readonly TimeSpan ClearsAfter = TimeSpan.FromMinutes(1);

    readonly Dictionary<(Guid Rule, Guid Queue), StandingAlert> standing = [];

    public IReadOnlyCollection<StandingAlert> Standing => standing.Values;

    /// <summary>From storage, after a restart.</summary>
    public void Restore(IEnumerable<StandingAlert> alerts)
    {
        standing.Clear();
        foreach (var alert in alerts) standing[(alert.Rule.Id, alert.Queue)] = alert;
    }

    /// <returns>Alerts that were raised, got worse, or were cleared.</returns>
    public (List<StandingAlert> Raised, List<StandingAlert> Worse, List<StandingAlert> Cleared) Look(
        IReadOnlyList<AlertRule> rules, IReadOnlyList<QueueSight> sights, DateTimeOffset at)
    {
        List<StandingAlert> raised = [], worse = [], cleared = [];
        var covered = new HashSet<(Guid, Guid)>();
        foreach (var rule in rules)
            foreach (var sight in sights)
                if (rule.Covers(sight))
                {
                    covered.Add((rule.Id, sight.Queue));
                    Look(rule, sight, at, raised, worse, cleared);
                }
        foreach (var orphan in standing.Where(entry => !covered.Contains(entry.Key)).Select(entry => entry.Value).ToList())
            Clear(orphan, cleared);
        return (raised, worse, cleared);
    }

    void Look(
        AlertRule rule, in QueueSight sight, DateTimeOffset at, List<StandingAlert> raised, List<StandingAlert> worse,
        List<StandingAlert> cleared)
    {
        var key = (rule.Id, sight.Queue);
        var value = sight.Value(rule.Measure);
        var isPassed = value is { } known && QueueSight.IsPassed(rule.Measure, known, rule.Threshold);
        if (!standing.TryGetValue(key, out var alert))
        {
            if (!isPassed) return;
            standing[key] = alert = new(Guid.CreateVersion7(at), rule, sight.Queue, sight.Partner, value!.Value, at, null);
            raised.Add(alert);
        }
        else if (isPassed)
        {
            var worst = QueueSight.Worse(rule.Measure, alert.Worst, value!.Value);
            standing[key] = alert with { Worst = worst, Calm = null };
            if (worst != alert.Worst) worse.Add(standing[key]);
        }
        else if (alert.Calm is { } calm && at - calm >= ClearsAfter) Clear(alert, cleared);
        else if (alert.Calm is null) standing[key] = alert with { Calm = at };
    }

    void Clear(StandingAlert alert, List<StandingAlert> cleared)
    {
        standing.Remove((alert.Rule.Id, alert.Queue));
        cleared.Add(alert);
    }
}

using System.Text.Json;
using Centrala.Server.Database;

namespace Centrala.Server.Workforce.Planning;

/// <summary>A forecast of a queue as a planner saw it, with what was known then.</summary>
/// <param name="Origin">The first day that it did not know.</param>
/// <param name="SeenFrom">The first day of the history that it saw.</param>
/// <param name="SeenContacts">How many contacts that history had.</param>
/// <param name="Country">Whose public holidays held; null: none.</param>
/// <param name="PastWapePct">What it held its own error to be; null where too little was known.</param>
public sealed record KeptForecast(
    Guid Id, Guid QueueId, DateTimeOffset MadeAt, Guid MadeBy, DateOnly Origin, int Days, DateOnly SeenFrom, long SeenContacts,
    string? Country, string Method, double? PastWapePct)
{
    /// <summary>Older ones go when the next is kept: they hold no personal data, and after a year say little.</summary>
    public const int KeptDays = 400;

    /// <summary>Of one queue; the oldest ones go first.</summary>
    public const int KeptMost = 500;

    const string Select = """
        select id, queue_id, made_at, made_by, origin - date '0001-01-01' as origin_day, days, seen_from - date '0001-01-01' as seen_day,
               seen_contacts, country, method, past_wape_pct
        from kept_forecast
        """;

    sealed record Row(Guid Id, Guid QueueId, DateTimeOffset MadeAt, Guid MadeBy, int OriginDay, int Days, int SeenDay, long SeenContacts,
        string? Country, string Method, double? PastWapePct)
    {
        public KeptForecast Kept() => new(Id, QueueId, MadeAt, MadeBy, DateOnly.FromDayNumber(OriginDay), Days,
            DateOnly.FromDayNumber(SeenDay), SeenContacts, Country, Method, PastWapePct);
    }

    internal static async Task<KeptForecast?> Of(Work work, Guid id) =>
        (await work.Single<Row?>($"{Select} where id = @id", new { id }))?.Kept();

    /// <summary>The latest first.</summary>
    internal static async Task<IReadOnlyList<KeptForecast>> OfQueue(Work work, Guid queue) =>
        [.. (await work.Query<Row>($"{Select} where queue_id = @queue order by made_at desc, id desc", new { queue })).Select(row => row.Kept())];

    const string Insert = """
        insert into kept_forecast (id, partner_id, queue_id, made_at, made_by, origin, days, seen_from, seen_contacts, country, method,
          past_wape_pct, forecast)
        select @id, q.partner_id, q.id, @now, @by, date '0001-01-01' + @origin, @days, date '0001-01-01' + @seenFrom, @seenContacts,
               @country, @Method, @PastWapePct, @text::jsonb
        from queue q where q.id = @queue and q.removed_at is null
        """;

    const string Forget = """
        delete from kept_forecast where queue_id = @queue and (made_at < @before
          or id not in (select id from kept_forecast where queue_id = @queue order by made_at desc, id desc limit @KeptMost))
        """;

    static readonly JsonSerializerOptions rules = new(JsonSerializerDefaults.Web);

    /// <summary>What it said: begins of the slots, and the days.</summary>
    internal sealed record Said(IReadOnlyList<string> Starts, IReadOnlyList<ForecastDay> Days);

    internal static Said Read(string text) => JsonSerializer.Deserialize<Said>(text, rules)!;

    /// <summary>Keeps what was just forecast, and lets go of what is too old.</summary>
    internal static async Task Store(
        Work work, Actor actor, Guid queue, string? country, History history, ForecastView view, DateTimeOffset now)
    {
        var series = history.Series;
        await work.Execute(Insert, new
        {
            id = Guid.CreateVersion7(now),
            queue,
            now,
            by = actor.Id,
            origin = view.Days[0].Date.DayNumber,
            days = view.Days.Count,
            seenFrom = series.FirstDay,
            seenContacts = (long)series.Values.Cast<double>().Where(double.IsFinite).Sum(),
            country,
            view.Method,
            view.PastWapePct,
            text = JsonSerializer.Serialize(new Said(view.Starts, view.Days), rules),
        });
        await work.Execute(Forget, new { queue, before = now.AddDays(-KeptDays), KeptMost });
        await work.Commit();
    }
}

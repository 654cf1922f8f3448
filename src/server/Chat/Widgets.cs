using System.Collections.Frozen;
using System.Text.Json;
using Centrala.Server.Organisation;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Every widget with what belongs to it, in memory: visitors' requests cost no query.</summary>
sealed class Widgets : IDisposable
{
    readonly Db database;
    readonly FreshCopy<Copy> copy;

    public Widgets(Db database, TimeProvider time) => (this.database, copy) = (database, new(Read, time));

    /// <returns>Null for a key that no widget has.</returns>
    public async ValueTask<Widget?> Find(string? key, CancellationToken cancel) =>
        key is null ? null : (await copy.Get(cancel)).ByKey.GetValueOrDefault(key);

    public async ValueTask<Widget?> Find(Guid id, CancellationToken cancel) => (await copy.Get(cancel)).ById.GetValueOrDefault(id);

    /// <inheritdoc cref="FreshCopy{T}.Forget"/>
    public void Forget() => copy.Forget();

    public void Dispose() => copy.Dispose();

    async Task<Copy> Read(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<WidgetRow>("""
            select id, key, partner_id, name, colour, languages, origins, name_field, email_field, consent, consent_link,
                   greetings::text as greetings, files_per_message, identity_secret, removed_at is not null as removed,
                   (select version from partner_logo l where l.partner_id = widget.partner_id and l.removed_at is null) as logo
            from widget
            """);
        // A language's own queue, else the widget's; the hours are that queue's.
        var routes = (await work.Query<RouteRow>("""
            select w.id as widget, spoken.language, q.id as queue, s.id as skill, c.time_zone, c.hours::text as hours,
                   e.announcements::text as announcements
            from widget w
            cross join unnest(w.languages) as spoken (language)
            left join widget_queue own on own.widget_id = w.id and own.language = spoken.language
            join queue q on q.id = coalesce(own.queue_id, w.queue_id)
            left join skill s on s.kind = 'language' and s.language = spoken.language and s.removed_at is null
            left join opening_calendar c on c.id = q.opening_calendar_id
            left join queue_emergency e on e.queue_id = q.id
            """)).ToLookup(row => row.Widget);
        var widgets = rows.Select(row => row.Widget(routes[row.Id])).ToList();
        // No chat begins with a removed one; those that run go on.
        var removed = rows.Where(row => row.Removed).Select(row => row.Id).ToHashSet();
        return new(
            widgets.Where(widget => !removed.Contains(widget.Id)).ToFrozenDictionary(widget => widget.Key),
            widgets.ToFrozenDictionary(widget => widget.Id));
    }

    sealed record Copy(FrozenDictionary<string, Widget> ByKey, FrozenDictionary<Guid, Widget> ById);

    sealed record WidgetRow(
        Guid Id, string Key, Guid PartnerId, string Name, string Colour, string[] Languages, string[] Origins,
        string NameField, string EmailField, bool Consent, string? ConsentLink, string Greetings, short FilesPerMessage,
        byte[]? IdentitySecret, bool Removed, string? Logo)
    {
        public Widget Widget(IEnumerable<RouteRow> routes) => new(
            Id, Key, PartnerId, Name, Colour, Languages, Origins, NameField, EmailField, Consent, ConsentLink,
            JsonSerializer.Deserialize<Dictionary<string, string>>(Greetings)!, FilesPerMessage, IdentitySecret, Logo,
            routes.ToFrozenDictionary(route => route.Language, route => route.Route()));
    }

    sealed record RouteRow(
        Guid Widget, string Language, Guid Queue, Guid? Skill, string? TimeZone, string? Hours, string? Announcements)
    {
        public WidgetRoute Route() => Announcements is null
            ? new(Queue, Skill ?? Guid.Empty, Calendar())
            : new(Queue, Skill ?? Guid.Empty, OpeningCalendar.Never, Announcement());

        /// <summary>In the language, else in the first that was written.</summary>
        string Announcement()
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(Announcements!)!;
            return texts.GetValueOrDefault(Language) ?? texts.First().Value;
        }

        OpeningCalendar Calendar() => TimeZone is null || Hours is null ? OpeningCalendar.Always
            : JsonSerializer.Deserialize<Hours>(Hours, JsonSerializerOptions.Web)?.Calendar(TimeZone, new Faults())
                ?? OpeningCalendar.Always;
    }
}

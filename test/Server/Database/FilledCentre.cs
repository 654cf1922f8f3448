using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Chat;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Database;

/// <summary>A centre in which Slumber has rows in every table that belongs to partners, and a stranger who writes to Kablo.</summary>
public sealed class FilledCentre(PostgresServer postgres) : IAsyncLifetime
{
    /// <summary>How a row tells its partner where it has no column for that; "t" is the row.</summary>
    static readonly Dictionary<string, string> partnerOf = new()
    {
        ["partner"] = "t.id",
        ["queue_member"] = "(select q.partner_id from queue q where q.id = t.queue_id)",
        ["disposition"] = "(select q.partner_id from queue q where q.id = t.queue_id)",
        ["widget_queue"] = "(select w.partner_id from widget w where w.id = t.widget_id)",
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ChatCentre Chat { get; } = new(postgres);

    /// <summary>A visitor of another partner's widget.</summary>
    public WidgetVisitor Stranger { get; private set; } = null!;

    /// <summary>An agent of Slumber's.</summary>
    public Guid Ana { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Chat.InitializeAsync();
        Stranger = await Chat.NewChat("Merhaba", ChatCentre.OtherKey);
        await FillSlumber();
    }

    public async ValueTask DisposeAsync()
    {
        Stranger.Dispose();
        await Chat.DisposeAsync();
    }

    public async Task<IReadOnlyList<Table>> Tables()
    {
        await using var owner = await Chat.Centre.Database.Owner.OpenConnectionAsync(Cancel);
        var withPartner = (await owner.QueryAsync<string>("""
            select table_name::text from information_schema.columns
            where table_schema = 'centrala' and column_name = 'partner_id'
            """)).ToHashSet();
        var tables = new List<Table>();
        foreach (var name in withPartner.Concat(partnerOf.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var partner = partnerOf.GetValueOrDefault(name, "t.partner_id");
            var rows = await owner.QueryAsync<string>(
                $"select t.ctid::text from {name} t where {partner} = @Slumber", new { Chat.Slumber });
            var column = await owner.ExecuteScalarAsync<string>("""
                select column_name from information_schema.columns
                where table_schema = 'centrala' and table_name = @name order by ordinal_position limit 1
                """, new { name });
            tables.Add(new(name, column!, rows.ToHashSet()));
        }
        return tables;
    }

    /// <summary>A finished chat with all that belongs to one, and what the organisation keeps of a partner.</summary>
    async Task FillSlumber()
    {
        await using var ana = await Chat.NewAgent();
        Ana = ana.Id;
        using var visitor = await Chat.NewChat();
        await ana.Accept(visitor);
        await (await ana.Write(visitor, "Dzień dobry panu")).Is(HttpStatusCode.OK);
        await (await ana.Write(visitor, "Miły klient", "note")).Is(HttpStatusCode.OK);
        await Upload(ana.Browser, visitor.Conversation);
        var read = $"/api/conversations/{visitor.Conversation}/read";
        await (await ana.Browser.PostAsJsonAsync(read, new { number = 1 }, Cancel)).Is(HttpStatusCode.NoContent);
        await ana.End(visitor, 3);
        await (await ana.Browser.PostAsJsonAsync(
            $"/api/contacts/{await Chat.ContactOf(visitor)}/wrap-up", new { note = "Bought a pillow" }, Cancel)).Is(HttpStatusCode.NoContent);
        using var blocked = await Chat.NewChat("Spam");
        await ana.Accept(blocked);
        var block = $"/api/conversations/{blocked.Conversation}/block";
        await (await ana.Browser.PostAsync(block, null, Cancel)).Is(HttpStatusCode.NoContent);
        await Chat.Execute("""
            insert into disposition (id, queue_id, name, position) values (gen_random_uuid(), @Beds, 'Bought', 1);
            insert into opening_calendar (id, partner_id, name, time_zone, hours, last_edit)
            values (gen_random_uuid(), @Slumber, 'Shop', 'Europe/Warsaw', '{}', '');
            insert into agent (id, last_edit) values (@Id, '');
            insert into queue_member (queue_id, agent_id) values (@Beds, @Id);
            insert into queue_emergency (queue_id, partner_id, announcements, since, declared_by)
            values (@Beds, @Slumber, '{"en":"Flood"}', now(), @Id);
            insert into partner_logo (partner_id, media_type, content, version)
            values (@Slumber, 'image/png', 'x', '0123456789abcdef');
            insert into queue_pause (queue_id, partner_id, until) values (@Beds, @Slumber, now());
            insert into retention (partner_id, conversation_days) values (@Slumber, 365);
            insert into erasure (id, at, kind, partner_id, asked_by, counts)
            values (gen_random_uuid(), now(), 'retention', @Slumber, @Id, '{}');
            insert into widget_queue (widget_id, language, queue_id) values (@WidgetId, 'pl', @Beds);
            insert into mention (conversation_id, number, person_id, partner_id, by_id, at)
            values (@Conversation, 2, @Id, @Slumber, @Id, now());
            insert into conversation_tag (conversation_id, partner_id, name, by_id, at)
            values (@Conversation, @Slumber, 'pillow', @Id, now());
            insert into saved_reply (id, partner_id, language, shortcut, title, text, last_edit)
            values (gen_random_uuid(), @Slumber, 'pl', 'wymiana', 'Wymiana', 'Wymiana jest bezpłatna.', '');
            insert into follow_up (id, partner_id, queue_id, author_id, text, due_at, lead_seconds, contact_id, created_at)
            values (gen_random_uuid(), @Slumber, @Beds, @Id, 'Call back', '2100-01-01', 0, gen_random_uuid(), '2026-01-01');
            insert into help_request (agent_id, since, contact_id, partner_id, word)
            values (@Id, '2100-01-01', gen_random_uuid(), @Slumber, 'He wants a refund');
            insert into telephone_number (id, number, partner_id, queue_id, greeting, last_edit)
            values (@Id, '+48225550100', @Slumber, @Beds, 'ringing', '');
            insert into call (contact_id, partner_id, queue_id, number_id, node, caller, started_at)
            values (@Id, @Slumber, @Beds, @Id, 'test', '+48225550101', '2026-01-01');
            insert into answering_plan (id, partner_id, name, steps, last_edit)
            values (@Id, @Slumber, 'Hotline', '[{"step":"queue"}]', '');
            insert into prompt (partner_id, language, name, sound, digest, seconds, saved_at)
            values (@Slumber, 'pl', 'welcome', '\x00', repeat('0', 32), 1, '2026-01-01');
            insert into voicemail (contact_id, call_contact_id, partner_id, queue_id, caller, seconds, sound, left_at)
            values (@Id, @Id, @Slumber, @Beds, '+48225550101', 1, '\x00', '2026-01-01');
            insert into recording_rule (queue_id, partner_id, records, notice) values (@Beds, @Slumber, true, 'beep');
            insert into recording (id, contact_id, partner_id, queue_id, node, started_at)
            values (@Id, @Id, @Slumber, @Beds, 'test', '2026-01-01');
            insert into kept_forecast (id, partner_id, queue_id, made_at, made_by, origin, days, seen_from, seen_contacts, method, forecast)
            values (@Id, @Slumber, @Beds, '2026-01-05', @Id, '2026-01-05', 7, '2025-12-01', 100, 'seasonal naive', '{}');
            insert into lead_session (id, contact_id, partner_id, lead_id, mode, began_at)
            values (@Id, @Id, @Slumber, @Id, 'coach', '2026-01-01');
            insert into outgoing_rule (partner_id, prefixes, home_country, agent_calls, all_calls)
            values (@Slumber, '{+48}', '+48', 10, 100);
            insert into outgoing_alarm (id, partner_id, agent_id, why, prefix, at)
            values (@Id, @Slumber, @Id, 'number-not-allowed', '+5355', '2026-01-01');
            insert into outside_leg (id, contact_id, partner_id, agent_id, number, hands_over, began_at)
            values (@Id, @Id, @Slumber, @Id, '+48225550102', false, '2026-01-01');
            insert into line_quality (
              id, contact_id, partner_id, began_at, ended_at, codec, heard, lost, late, jitter_ms, sent, spoken_seconds)
            values (@Id, @Id, @Slumber, '2026-01-01', '2026-01-01', 'PCMA', 100, 1, 0, 3, 100, 2);
            insert into alert_rule (id, partner_id, queue_id, measure, threshold, changed_by)
            values (@Id, @Slumber, @Beds, 'waiting', 1000, @Id);
            insert into alert (id, rule_id, partner_id, queue_id, measure, threshold, worst, raised_at, cleared_at)
            values (@Id, @Id, @Slumber, @Beds, 'waiting', 3, 4, '2026-01-01', '2026-01-02');
            """, new { Chat.Beds, Chat.Slumber, Chat.WidgetId, ana.Id, visitor.Conversation });
        // The history comes a moment later, and changes rows until it has all.
        await Eventually.Holds(async () => await Chat.Row<bool>(
            "select count(*) = 2 and not bool_or(due) from history_entry where partner_id = @Slumber", new { Chat.Slumber }));
    }

    static async Task Upload(HttpClient browser, Guid conversation)
    {
        using var content = new MultipartFormDataContent();
        content.Add(new ByteArrayContent("a plain text"u8.ToArray()), "file", "note.txt");
        await (await browser.PostAsync($"/api/conversations/{conversation}/files", content, Cancel)).Is(HttpStatusCode.OK);
    }

    /// <param name="Column">Any column, to be set to itself.</param>
    /// <param name="Slumbers">The places of the rows that belong to Slumber.</param>
    public sealed record Table(string Name, string Column, HashSet<string> Slumbers);
}

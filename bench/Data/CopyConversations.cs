using System.Globalization;
using System.Text;
using Centrala.Server.History;
using Npgsql;

namespace Centrala.Bench.Data;

/// <summary>Writes conversations from a seed as rows of COPY: the same ones everywhere.</summary>
sealed class CopyConversations : IAsyncDisposable
{
    const ulong Seed = 20261122;
    const int NoteEvery = 5;
    const int ReportEvery = 100_000;

    /// <summary>One conversation every minute or so: two years of a middling centre.</summary>
    static readonly TimeSpan between = TimeSpan.FromSeconds(63);

    static readonly DateTimeOffset begin = new(2024, 11, 1, 8, 0, 0, TimeSpan.Zero);

    readonly Dice dice = new(Seed);
    readonly IReadOnlyList<InventedWords> languages = InventedWords.All(Seed);
    readonly HashSet<string> vocabulary = [];
    readonly Dictionary<string, (NpgsqlConnection Connection, TextWriter Rows)> copies = [];
    readonly StringBuilder text = new();

    public static async Task Copy(NpgsqlDataSource postgres, Report report)
    {
        await using var copy = new CopyConversations();
        await copy.Open(postgres, "contact", "id, cell, number, partner_id, queue_id, channel, state, state_since, last_agent, "
            + "arrived_at, wait_since, answered_at, ended_at, last_message, sequence");
        await copy.Open(postgres, "segment", "contact_id, number, partner_id, queue_id, agent_id, channel, connected_at, ended_at, sequence");
        await copy.Open(postgres, "conversation", "id, contact_id, widget_id, partner_id, queue_id, client_id, visitor_id, language, "
            + "customer_name, customer_email, consented, started_at, last_number, customer_last, ended_at");
        await copy.Open(postgres, "message", "conversation_id, number, partner_id, client_id, kind, author_kind, author_id, author_name, text, at");
        await copy.Open(postgres, "wrap_up", "contact_id, agent_id, partner_id, disposition_id, at");
        await copy.Open(postgres, "history_entry", "number, contact_id, partner_id, arrived_at, records, words, last_message, due");
        await using var widgets = postgres.CreateCommand("select id from widget limit 1");
        var widget = (Guid)(await widgets.ExecuteScalarAsync())!;
        for (var number = 1; number <= LoadedCentre.Contacts; number++)
        {
            copy.Conversation(number, widget);
            if (number % ReportEvery == 0) report.Note($"{number:n0} contacts");
        }
        await copy.Open(postgres, "history_word", "word, variants");
        foreach (var word in copy.vocabulary) copy.Row("history_word", word, $"{{{string.Join(',', Words.Variants(word))}}}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, rows) in copies.Values)
        {
            await rows.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    async Task Open(NpgsqlDataSource postgres, string table, string columns)
    {
        var connection = await postgres.OpenConnectionAsync();
        copies[table] = (connection, await connection.BeginTextImportAsync($"copy {table} ({columns}) from stdin"));
    }

    void Conversation(int number, Guid widget)
    {
        var queue = dice.Throw(LoadedCentre.Queues);
        var partner = LoadedCentre.Partner(1 + queue % LoadedCentre.Partners);
        var agent = LoadedCentre.Agent(dice.Throw(LoadedCentre.Agents));
        var words = languages[dice.Throw(languages.Count) - 1];
        var at = begin + number * between;
        var end = at + TimeSpan.FromMinutes(LoadedCentre.MessagesPerContact);
        var (contact, conversation) = (LoadedCentre.Contact(number), LoadedCentre.Conversation(number));
        var name = $"{words.At(2_000 + dice.Throw(500))} {words.At(3_000 + dice.Throw(2_500))}";
        var email = $"customer{dice.Throw(LoadedCentre.Contacts)}@mail.example";
        var document = new Document(number);
        document.Say(name);
        document.Say(email);
        foreach (var facet in (string[])[
            Facet.Id(contact), Facet.Id(conversation), Facet.Partner(partner), Facet.Queue(LoadedCentre.Queue(queue)),
            Facet.Agent(agent), Facet.Disposition(LoadedCentre.Queue(queue)), Facet.Channel("chat"), Facet.Language(words.Tag)])
            document.Add(facet);

        Row("contact", contact, 1, -number, partner, LoadedCentre.Queue(queue), "chat", "ended", end, agent, at, at, at, end,
            LoadedCentre.MessagesPerContact, 0);
        Row("segment", contact, 1, partner, LoadedCentre.Queue(queue), agent, "chat", at, end, 0);
        Row("conversation", conversation, contact, widget, partner, LoadedCentre.Queue(queue), dice.Id(), dice.Id(), words.Tag, name, email,
            "t", at, LoadedCentre.MessagesPerContact, LoadedCentre.MessagesPerContact - 1, end);
        for (var message = 1; message <= LoadedCentre.MessagesPerContact; message++)
            Message(conversation, partner, agent, name, message, at, words, document);
        Row("wrap_up", contact, agent, partner, LoadedCentre.Queue(queue), end);
        foreach (var word in document.Vocabulary) vocabulary.Add(word);
        Row("history_entry", number, contact, partner, at, "{}", Lexemes(document), LoadedCentre.MessagesPerContact, "f");
    }

    void Message(
        Guid conversation, Guid partner, Guid agent, string name, int number, DateTimeOffset at, InventedWords words, Document document)
    {
        text.Clear();
        for (var left = 3 + dice.Throw(9); left > 0; left--) text.Append(words.Next(dice)).Append(left == 1 ? '.' : ' ');
        var said = text.ToString();
        var byCustomer = number % 2 == 1;
        var noted = number % NoteEvery == 0 && !byCustomer;
        if (noted) document.Note(said);
        else document.Say(said);
        Row("message", conversation, number, partner, dice.Id(), noted ? "note" : "reply", byCustomer ? "customer" : "agent",
            byCustomer ? "\\N" : agent.ToString(), byCustomer ? name : "Agent", said, at.AddMinutes(number));
    }

    static string Lexemes(Document document) =>
        string.Join(' ', document.Text.Split(' ').Select(lexeme => $"'{lexeme}'"));

    void Row(string table, params ReadOnlySpan<object> values)
    {
        var rows = copies[table].Rows;
        for (var at = 0; at < values.Length; at++)
        {
            if (at > 0) rows.Write('\t');
            rows.Write(values[at] is DateTimeOffset instant ? instant.ToString("O", CultureInfo.InvariantCulture)
                : Convert.ToString(values[at], CultureInfo.InvariantCulture));
        }
        rows.Write('\n');
    }
}

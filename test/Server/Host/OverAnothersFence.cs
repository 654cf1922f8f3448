using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Centrala.Server.Access;
using Centrala.Server.Host;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Database;
using Centrala.Testing;
using Dapper;

namespace Centrala.Server.Tests.Host;

/// <summary>
/// Everybody of another partner calls every route of the description with the real ids of Slumber's rows and with bodies
/// that are made after the route's own schema: no answer holds anything of Slumber's, and none of its rows changes.
/// </summary>
public sealed class Somebody_of_another_partner(FilledCentre filled) : IClassFixture<FilledCentre>
{
    readonly TestCentre centre = filled.Chat.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Planner)]
    [InlineData(Role.Quality)]
    [InlineData(Role.PartnerViewer)]
    public async Task Of_the_staff_or_a_viewer_reaches_nothing(string role)
    {
        var person = await centre.AddPerson([role], filled.Chat.Kablo);
        using var browser = await centre.SignIn(person);
        await ReachesNothing(browser, except: "signOut");
    }

    [Fact]
    public async Task That_is_a_program_with_every_scope_reaches_nothing()
    {
        using var administrator = await centre.SignIn(Role.Admin);
        var scopes = Role.Scopes.Select(Scope.NameOf).ToArray();
        var made = await (await administrator.PostAsJsonAsync(
            "/api/tokens", new { name = "Kablo's", scopes, partners = new[] { filled.Chat.Kablo } }, Cancel)).Json();
        using var program = centre.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Text("token"));
        await ReachesNothing(program, except: "readAudit");
    }

    [Fact]
    public async Task That_is_a_visitor_reaches_nothing()
    {
        using var visitor = centre.NewBrowser();
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", filled.Stranger.Token);
        // What a widget shows before anybody is known is public.
        await ReachesNothing(visitor, except: "showWidgetSettings");
    }

    [Fact]
    public async Task Is_kept_from_what_its_own_people_do_reach()
    {
        using var colleague = await centre.SignIn(await centre.AddPerson([Role.Quality], filled.Chat.Slumber));
        var answers = new List<string>();
        foreach (var id in (await Secrets()).Ids)
            answers.Add(await (await colleague.GetAsync($"/api/conversations/{id}", Cancel)).Content.ReadAsStringAsync(Cancel));
        Assert.Contains(answers, answer => answer.Contains("Miły klient", StringComparison.Ordinal));
        Assert.Contains("Slumber", await colleague.GetStringAsync("/api/directory", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_a_visitor_and_sends_nonsense_is_given_a_reason()
    {
        using var visitor = centre.NewClient();
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", filled.Stranger.Token);
        var wrong = new List<string>();
        var routes = Operation.In(await Description.Write(centre.App.Services, Cancel))
            .Where(one => one.TakesJson && one.Path.StartsWith("/widget", StringComparison.Ordinal)).ToList();
        foreach (var one in routes)
            foreach (var body in Every_route.Bodies)
            {
                using var answer = await Every_route.Send(visitor, one, body);
                if (await Every_route.Complaint(answer) is { } complaint) wrong.Add($"{one.Route} {complaint} for {body[..Math.Min(40, body.Length)]}");
            }
        Assert.NotEmpty(routes);
        Assert.Empty(wrong);
    }

    async Task ReachesNothing(HttpClient client, string except)
    {
        var description = await Description.Write(centre.App.Services, Cancel);
        var schemas = JsonNode.Parse(description)!;
        var secrets = await Secrets();
        var before = await Slumbers();
        var wrong = new List<string>();
        foreach (var one in Operation.In(description).Where(one => one.Id != except && one.Id != "endByVisitor"))
            foreach (var id in one.Path.Contains('{') ? secrets.Ids : [Guid.Empty])
            {
                using var request = Request(one, id, one.TakesJson ? Body(schemas, one, id) : null);
                using var answer = await client.SendAsync(request, Cancel);
                var text = await answer.Content.ReadAsStringAsync(Cancel);
                if ((int)answer.StatusCode >= 500) wrong.Add($"{one.Route} broke: {(int)answer.StatusCode}");
                // An id that was sent may come back in a refusal; a text may not come back in anything.
                wrong.AddRange(secrets.Texts.Where(text.Contains).Select(secret => $"{one.Route} shows \"{secret}\""));
                if (answer.IsSuccessStatusCode)
                    wrong.AddRange(secrets.Ids.Where(own => own != id && text.Contains(own.ToString(), StringComparison.Ordinal))
                        .Select(own => $"{one.Route} shows {own}"));
            }
        Assert.Empty(wrong.Distinct());
        Assert.Equal(before, await Slumbers());
    }

    static HttpRequestMessage Request(Operation one, Guid id, string? body)
    {
        var path = string.Join('/', one.Path.Split('/').Select(part => part.StartsWith('{') ? id.ToString() : part));
        var request = new HttpRequestMessage(new(one.Method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    /// <summary>A body that the route would take from its own people: each field as the schema has it.</summary>
    string Body(JsonNode document, Operation one, Guid id)
    {
        var schema = document["paths"]![one.Path]![one.Method.ToLowerInvariant()]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        return Example(document, schema, "", id)?.ToJsonString() ?? "null";
    }

    JsonNode? Example(JsonNode document, JsonNode schema, string field, Guid id)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Example(document, document["components"]!["schemas"]![reference.Split('/')[^1]]!, field, id);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return Example(document, choices.First(choice => choice!["type"]?.ToString() != "null")!, field, id);
        if (schema["enum"] is JsonArray words) return words.First(word => word is not null)!.DeepClone();
        var type = schema["type"] is JsonArray several ? several.Select(one => one!.ToString()).First(one => one != "null") : schema["type"]?.ToString();
        return type switch
        {
            "object" => new JsonObject((schema["properties"] as JsonObject ?? []).Select(
                property => KeyValuePair.Create(property.Key, Example(document, property.Value!, property.Key, id)))),
            "array" => new JsonArray(Example(document, schema["items"]!, field, id)),
            "integer" or "number" => JsonValue.Create(field == "version" ? 1 : 2),
            "boolean" => JsonValue.Create(true),
            "string" => JsonValue.Create(Word(schema["format"]?.ToString(), field)),
            _ => null,
        };
    }

    string Word(string? format, string field) => (format, field) switch
    {
        ("uuid", "queueId" or "divertsTo") => filled.Chat.Beds.ToString(),
        ("uuid", "partnerId") => filled.Chat.Slumber.ToString(),
        ("uuid", "agentId" or "personId") => filled.Ana.ToString(),
        ("uuid", "partners") => filled.Chat.Slumber.ToString(),
        ("uuid", "queues") => filled.Chat.Beds.ToString(),
        ("uuid", _) => Guid.CreateVersion7().ToString(),
        ("date-time", _) => centre.Time.GetUtcNow().AddHours(1).ToString("O"),
        (_, "kind") => "reply",
        (_, "state") => "available",
        (_, "language") => "pl",
        (_, "colour") => "#112233",
        (_, "email") => "foreign@kablo.example",
        _ => "foreign",
    };

    /// <summary>What must never be told: ids and texts of Slumber's.</summary>
    async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<string> Texts)> Secrets()
    {
        await using var owner = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        var ids = new List<Guid> { filled.Chat.Slumber, filled.Ana };
        foreach (var table in await filled.Tables())
            ids.AddRange(await owner.QueryAsync<Guid>(await HasId(owner, table.Name)
                ? $"select id from {table.Name} where ctid::text = any(@rows)"
                : "select null::uuid where false", new { rows = table.Slumbers.ToArray() }));
        return ([.. ids.Distinct()], ["Miły klient", "Dzień dobry panu", "Bought a pillow", "note.txt", "Slumber"]);
    }

    static Task<bool> HasId(Npgsql.NpgsqlConnection owner, string table) => owner.ExecuteScalarAsync<bool>("""
        select exists (select from information_schema.columns
          where table_schema = 'centrala' and table_name = @table and column_name = 'id' and data_type = 'uuid')
        """, new { table });

    /// <summary>A fingerprint of all rows of Slumber's and of its agent's state.</summary>
    async Task<string> Slumbers()
    {
        await using var owner = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        var print = new StringBuilder();
        // The history's entries are filled beside all this, a moment after what they tell of.
        foreach (var table in (await filled.Tables()).Where(table => table.Name != "history_entry"))
            print.AppendLine(await owner.ExecuteScalarAsync<string>($"""
                select '{table.Name} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
                from {table.Name} t where ctid::text = any(@rows)
                """, new { rows = table.Slumbers.ToArray() }));
        return print.AppendLine(await owner.ExecuteScalarAsync<string>(
            "select t::text from agent_status t where agent_id = @Ana", new { filled.Ana })).ToString();
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using Centrala.Server.Access;
using Centrala.Server.Host;
using Centrala.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Centrala.Server.Tests.Host;

/// <summary>
/// Tries every route of the description as everybody, with ids that exist nowhere: whoever may not is told so and changes
/// nothing, and nothing that is sent makes a route break.
/// </summary>
public sealed class Every_route(SweptCentre fixture) : IClassFixture<SweptCentre>
{
    /// <summary>Bodies that no route can make sense of, or almost could.</summary>
    internal static readonly string[] Bodies =
    [
        "", "null", "0", "\"text\"", "[]", "{}", "{", "}{", "{\"a\":", "[[[[[[[[[[", "{\"a\":1e999}", "\ud800", "\0",
        "{\"id\":\"x\",\"name\":7,\"email\":[],\"password\":{},\"text\":false,\"roles\":\"admin\",\"queueId\":1}",
        "{\"name\":\"\\u0000\",\"text\":\"\\u0000\",\"email\":\"\\u0000@b\",\"password\":\"\\u0000\","
            + "\"code\":\"\\u0000\",\"key\":\"\\u0000\",\"note\":\"\\u0000\"}",
        $"{{\"name\":\"{new string('x', 100_000)}\",\"text\":\"{new string('x', 100_000)}\"}}",
        new string('[', 5_000) + new string(']', 5_000),
    ];

    static readonly string[] ids = ["x", "00000000-0000-0000-0000-000000000000", "..%2f..%2fetc", "'%20or%201=1", new('9', 400)];

    readonly TestCentre centre = fixture.Centre;
    readonly IReadOnlyList<Operation> operations = fixture.Operations;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuses_strangers_and_changes_nothing_for_them()
    {
        var before = await Everything();
        using var stranger = centre.NewBrowser();
        await NothingWrong(operations.Where(one => one.Permission is not null),
            one => Refused(stranger, one, HttpStatusCode.Unauthorized, "sign-in-needed"));
        Assert.Equal(before, await Everything());
    }

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Planner)]
    [InlineData(Role.Quality)]
    [InlineData(Role.Admin)]
    [InlineData(Role.PartnerViewer)]
    public async Task Lets_a_role_in_exactly_where_its_permissions_say(string role)
    {
        using var browser = await centre.SignIn(role);
        var permissions = Role.PermissionsOf([role]).Select(Scope.NameOf).ToHashSet();
        var before = await Everything();
        await NothingWrong(operations.Where(one => one.Permission is { } needed && !permissions.Contains(needed)),
            one => Refused(browser, one, HttpStatusCode.Forbidden, "not-permitted"));
        Assert.Equal(before, await Everything());

        // Signing out comes last, for what it does to the others.
        var open = operations.Where(one => one.Permission is { } needed && permissions.Contains(needed));
        await NothingWrong(open.OrderBy(one => one.Id == "signOut"), one => LetIn(browser, one));
    }

    [Fact]
    public async Task Refuses_a_token_of_no_scope_that_fits()
    {
        using var program = centre.NewClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", ApiTokens.Prefix + "invented");
        await NothingWrong(operations.Where(one => one.Permission is not null),
            one => Refused(program, one, HttpStatusCode.Unauthorized, "sign-in-needed"));
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Lead)]
    public async Task Answers_nonsense_with_a_reason(string role)
    {
        var person = await centre.AddPerson([role]);
        foreach (var body in Bodies)
        {
            using var browser = await centre.SignIn(person);
            await NothingWrong(operations.Where(one => one.TakesJson && one.Id != "signOut"), one => Sensible(browser, one, body));
        }
    }

    [Fact]
    public async Task Answers_invented_ids_with_a_reason()
    {
        using var browser = await centre.SignIn(Role.Admin);
        foreach (var id in ids)
            await NothingWrong(operations.Where(one => one.Path.Contains('{')), one => Sensible(browser, one, "{}", id));
    }

    [Fact]
    public async Task Refuses_what_is_too_large()
    {
        using var browser = await centre.SignIn(Role.Admin);
        var body = $"{{\"name\":\"{new string('x', 5_000_000)}\"}}";
        var before = await Everything();
        await NothingWrong(operations.Where(one => one.TakesJson), async one =>
        {
            using var answer = await Send(browser, one, body, asksFirst: true);
            return await Complaint(answer) ?? (answer.IsSuccessStatusCode ? "was taken" : null);
        });
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task Refuses_another_format_than_its_own()
    {
        using var browser = await centre.SignIn(Role.Admin);
        await NothingWrong(operations.Where(one => one.TakesJson), async one =>
        {
            using var answer = await Send(browser, one, "a=1&b=2", mediaType: "application/x-www-form-urlencoded");
            return await Complaint(answer) ?? (answer.IsSuccessStatusCode ? "was taken" : null);
        });
    }

    static async Task<string?> Refused(HttpClient client, Operation one, HttpStatusCode status, string problem)
    {
        using var answer = await Send(client, one, "{}");
        // Programs act without cookies, so what protects cookies does not concern them.
        if (answer.StatusCode != status) return $"{(int)answer.StatusCode} instead of {(int)status}";
        return await Complaint(answer) ?? (await TypeOf(answer) == problem ? null : $"is not {problem}");
    }

    static async Task<string?> LetIn(HttpClient client, Operation one)
    {
        using var answer = await Send(client, one, "{}");
        var type = answer.IsSuccessStatusCode ? null : await TypeOf(answer);
        return await Complaint(answer) ?? (type is "sign-in-needed" or "not-permitted" ? $"refused with {type}" : null);
    }

    static async Task<string?> Sensible(HttpClient client, Operation one, string body, string? id = null)
    {
        using var answer = await Send(client, one, body, id);
        return await Complaint(answer) is { } complaint ? $"{complaint} for {id ?? body[..Math.Min(body.Length, 40)]}" : null;
    }

    /// <returns>Null for an answer that is well, be it yes or no.</returns>
    internal static async Task<string?> Complaint(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode) return null;
        if ((int)answer.StatusCode >= 500) return $"broke: {(int)answer.StatusCode}";
        return Problem.All.ContainsKey(await TypeOf(answer)) ? null : $"{(int)answer.StatusCode} without a problem that is known";
    }

    static async Task<string> TypeOf(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != Problem.MediaType) return "no problem";
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return body.RootElement.GetProperty("type").GetString()!.Split('/')[^1];
    }

    internal static async Task<HttpResponseMessage> Send(
        HttpClient client, Operation one, string body, string? id = null, string mediaType = "application/json",
        bool asksFirst = false)
    {
        var path = string.Join('/', one.Path.Split('/')
            .Select(part => part.StartsWith('{') ? id ?? one.UnknownId : part));
        using var request = new HttpRequestMessage(new(one.Method), path);
        request.Headers.ExpectContinue = asksFirst;
        if (one.TakesJson) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (request.Content is not null) request.Content.Headers.ContentType = new(mediaType);
        return await client.SendAsync(request, Cancel);
    }

    static async Task NothingWrong(IEnumerable<Operation> routes, Func<Operation, Task<string?>> attempt)
    {
        var wrong = new List<string>();
        foreach (var one in routes)
            if (await attempt(one) is { } complaint) wrong.Add($"{one.Route} {complaint}");
        if (wrong.Count > 0) Assert.Fail(string.Join('\n', wrong));
    }

    /// <summary>A fingerprint of every row of every table, but for the heartbeats of a running cell.</summary>
    async Task<string> Everything()
    {
        await using var owner = await centre.Database.Owner.OpenConnectionAsync(Cancel);
        var tables = await owner.QueryAsync<string>("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'centrala' and c.relkind = 'r' and c.relname not in ('cell') order by 1
            """);
        var prints = new StringBuilder();
        foreach (var table in tables)
            prints.AppendLine(await owner.ExecuteScalarAsync<string>(
                $"select '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t"));
        return prints.ToString();
    }
}

/// <summary>One centre for the whole sweep. The limits would stop what comes from one address; they have a test of their own.</summary>
public sealed class SweptCentre(PostgresServer postgres) : IAsyncLifetime
{
    public TestCentre Centre { get; private set; } = null!;

    internal IReadOnlyList<Operation> Operations { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var unlimited = new RateLimits(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);
        Centre = await TestCentre.Start(postgres, configure: builder => builder.Services.AddSingleton(unlimited));
        Operations = Operation.In(await Description.Write(Centre.App.Services, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => Centre.DisposeAsync();
}

using System.Collections.Frozen;
using Centrala.Server.Database;
using Centrala.Server.Tests.Chat;
using Dapper;
using Npgsql;

namespace Centrala.Server.Tests.Database;

/// <summary>
/// Reads and changes every table of the catalogue without any filter, as everybody who must not see Slumber's rows or
/// another person's: what comes back is row-level security's doing alone. A later module's table is covered without a line
/// here, as soon as it has rows; that it has some is checked too.
/// </summary>
public sealed class Every_table(FilledCentre filled) : IClassFixture<FilledCentre>
{
    readonly ChatCentre chat = filled.Chat;

    /// <summary>Tables with rows of a person, and the column that says whose.</summary>
    static readonly Dictionary<string, string> personOf = new()
    {
        ["credential"] = "person_id",
        ["session"] = "person_id",
        ["one_time_link"] = "person_id",
        ["sip_account"] = "person_id",
        ["personal_settings"] = "person_id",
        ["idempotent_request"] = "split_part(principal, ':', 2)::uuid",
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_partner_has_rows_to_hide() => Assert.Empty(
        (await filled.Tables()).Where(table => table.Slumbers.Count == 0).Select(table => table.Name));

    [Fact]
    public async Task Shows_a_partners_rows_to_nobody_from_elsewhere() => await Nothing(async (table, who, work) =>
    {
        var seen = await Rows(work, table.Name);
        return seen.Overlaps(table.Slumbers) ? $"{who} sees rows of {table.Name}" : null;
    });

    [Fact]
    public async Task Lets_nobody_from_elsewhere_change_a_partners_rows() => await Nothing(async (table, who, work) =>
    {
        var rows = table.Slumbers.ToArray();
        var changed = await Try(() => work.Execute(
            $"update {table.Name} set {table.Column} = {table.Column} where ctid::text = any(@rows)", new { rows }));
        return changed > 0 ? $"{who} changed rows of {table.Name}" : null;
    });

    [Fact]
    public async Task Lets_nobody_from_elsewhere_remove_a_partners_rows() => await Nothing(async (table, who, work) =>
    {
        var rows = table.Slumbers.ToArray();
        var removed = await Try(() => work.Execute(
            $"delete from {table.Name} where ctid::text = any(@rows)", new { rows }));
        return removed > 0 ? $"{who} removed rows of {table.Name}" : null;
    });

    [Fact]
    public async Task Shows_its_rows_to_those_whom_they_concern()
    {
        var ours = Staff("agent", chat.Slumber);
        string[] seen = ["contact", "conversation", "message", "queue", "partner", "wrap_up", "segment"];
        // A row that an effect changes meanwhile moves to another place: both sides are looked at until they agree.
        foreach (var name in seen)
            await Testing.Until.True(async () =>
            {
                var there = (await filled.Tables()).Single(table => table.Name == name).Slumbers;
                await using var work = await chat.Centre.Database.Begin(ours, Cancel);
                return there.Count > 0 && (await Rows(work, name)).IsSupersetOf(there);
            });
    }

    [Fact]
    public async Task Shows_a_partners_viewer_what_was_said_and_not_what_was_noted()
    {
        await using var work = await chat.Centre.Database.Begin(Viewer(chat.Slumber), Cancel);
        var kinds = await work.Query<string>("select distinct kind from message");
        Assert.Contains("reply", kinds);
        Assert.DoesNotContain("note", kinds);
        Assert.Empty(await work.Query<Guid>("select id from file where note"));
    }

    [Fact]
    public async Task Shows_nothing_at_all_to_nobody()
    {
        await using var connection = await chat.Centre.Database.App.OpenConnectionAsync(Cancel);
        foreach (var table in await All())
            Assert.True(await Try(() => connection.ExecuteScalarAsync<int>($"select count(*)::int from {table}")) == 0, table);
    }

    [Fact]
    public async Task Of_a_person_shows_nobody_elses_rows()
    {
        var complaints = new List<string>();
        foreach (var (table, column) in personOf)
            foreach (var (who, actor) in Everybody())
            {
                await using var work = await chat.Centre.Database.Begin(actor, Cancel);
                if (await Try(() => work.Single<int>(
                    $"select count(*)::int from {table} where {column} is distinct from @Id", new { actor.Id })) > 0)
                    complaints.Add($"{who} sees others' rows of {table}");
            }
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Lets_a_program_do_what_its_scopes_say_even_where_a_route_forgot_to_ask()
    {
        Assert.Equal((0, 0), await AsProgram());
        Assert.Equal((1, 0), await AsProgram("manage-organisation"));
        Assert.Equal((0, 1), await AsProgram("read-audit"));
    }

    [Fact]
    public async Task Of_passwords_and_second_factors_is_closed_to_administrators_too()
    {
        var administrator = new Actor(ActorKind.Staff, Guid.CreateVersion7(), ["admin"], [], true, []);
        await using var work = await chat.Centre.Database.Begin(administrator, Cancel);
        Assert.Equal(0, await work.Single<int>("select count(*)::int from credential"));
        Assert.Equal(0, await work.Single<int>("select count(*)::int from sign_in_failure"));
    }

    [Fact]
    public async Task Of_the_audit_log_is_only_ever_added_to_and_in_ones_own_name()
    {
        var administrator = new Actor(ActorKind.Staff, Guid.CreateVersion7(), ["admin"], [], true, []);
        string[] attempts =
        [
            "update audit set action = 'x'", "delete from audit", "truncate audit",
            "insert into audit (at, actor_kind, actor_id, action, subject_kind) "
                + "values (now(), 'staff', gen_random_uuid(), 'x', 'person')",
        ];
        foreach (var attempt in attempts)
        {
            await using var work = await chat.Centre.Database.Begin(administrator, Cancel);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => work.Execute(attempt));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    /// <summary>Renames Slumber and reads the log; gives how many rows of each, one at most.</summary>
    async Task<(int Renamed, int Read)> AsProgram(params string[] scopes)
    {
        var program = new Actor(ActorKind.Token, Guid.CreateVersion7(), scopes.ToFrozenSet(), [chat.Slumber], false, []);
        await using var work = await chat.Centre.Database.Begin(program, Cancel);
        return (await work.Execute("update partner set name = name where id = @Slumber", new { chat.Slumber }),
            await work.Single<int>("select count(*)::int from (select from audit limit 1) as entry"));
    }

    async Task Nothing(Func<FilledCentre.Table, string, Work, Task<string?>> attempt)
    {
        var complaints = new List<string>();
        foreach (var table in await filled.Tables())
            foreach (var (who, actor) in Everybody())
            {
                await using var work = await chat.Centre.Database.Begin(actor, Cancel);
                if (await attempt(table, who, work) is { } complaint) complaints.Add(complaint);
            }
        Assert.Empty(complaints);
    }

    /// <summary>Everybody who has nothing to do with Slumber.</summary>
    IEnumerable<(string Who, Actor Actor)> Everybody() =>
    [
        ("an agent of another partner", Staff("agent", chat.Kablo)),
        ("a lead of another partner", Staff("lead", chat.Kablo)),
        ("an agent of none", Staff("agent")),
        ("another partner's viewer", Viewer(chat.Kablo)),
        ("another partner's visitor", new(ActorKind.Visitor, filled.Stranger.Conversation, [], [], false, [])),
        ("a customer", new(ActorKind.Customer, Guid.CreateVersion7(), [], [], false, [])),
        ("a program for another partner", new(ActorKind.Token, Guid.CreateVersion7(), [], [chat.Kablo], false, [])),
    ];

    static Actor Staff(string role, params Guid[] partners) =>
        new(ActorKind.Staff, Guid.CreateVersion7(), [role], partners.ToFrozenSet(), false, []);

    static Actor Viewer(Guid partner) =>
        new(ActorKind.Partner, Guid.CreateVersion7(), ["partner-viewer"], [partner], false, []);

    /// <summary>The rows that the work's principal sees, by their place in the table.</summary>
    static async Task<HashSet<string>> Rows(Work work, string table)
    {
        try { return [.. await work.Query<string>($"select ctid::text from {table}")]; }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege) { return []; }
    }

    static async Task<int> Try(Func<Task<int>> attempt)
    {
        try { return await attempt(); }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege) { return 0; }
    }

    async Task<IEnumerable<string>> All()
    {
        await using var owner = await chat.Centre.Database.Owner.OpenConnectionAsync(Cancel);
        return await owner.QueryAsync<string>(
            "select tablename::text from pg_tables where schemaname = 'centrala' order by 1");
    }
}

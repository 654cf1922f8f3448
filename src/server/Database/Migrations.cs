using System.Reflection;
using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>Applies each module's numbered SQL once, in order, under an advisory lock.</summary>
public static class Migrations
{
    /// <summary>The advisory lock that lets one program at a time change the schema.</summary>
    const long Lock = 0x43454E5452414C41;

    const string CreateLedger = """
        create table if not exists migration (
          module text collate "C" not null, name text collate "C" not null, hash bytea not null,
          applied_at timestamptz not null default now(), primary key (module, name));
        alter table migration enable row level security;
        alter table migration force row level security;
        do $$ begin
          if not exists (select from pg_policies where schemaname = 'centrala' and tablename = 'migration') then
            create policy owner on migration to centrala_owner using (true) with check (true);
          end if;
        end $$;
        """;

    /// <param name="only">Null applies all that is missing; otherwise these alone, as a backup had them.</param>
    /// <returns>How many files were applied.</returns>
    /// <exception cref="InvalidOperationException">A file that was applied has another text now.</exception>
    public static async Task<int> Apply(
        Database database, IReadOnlyList<IModule> modules, CancellationToken cancel, IReadOnlySet<MigrationFile>? only = null)
    {
        // The session holds the lock until it closes, with all that it guards: the roles and the schema too.
        await using var login = await database.Login.OpenConnectionAsync(cancel);
        await login.ExecuteAsync("select pg_advisory_lock(@Lock)", new { Lock });
        try
        {
            await Roles.Ensure(login, cancel);
            return await ApplyMissing(database, modules, only, cancel);
        }
        finally
        {
            await login.ExecuteAsync("select pg_advisory_unlock(@Lock)", new { Lock });
        }
    }

    static async Task<int> ApplyMissing(
        Database database, IReadOnlyList<IModule> modules, IReadOnlySet<MigrationFile>? only, CancellationToken cancel)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(CreateLedger);
        var applied = (await connection.QueryAsync<(string Module, string Name, byte[] Hash)>(
            "select module, name, hash from migration")).ToDictionary(row => (row.Module, row.Name), row => row.Hash);
        var count = 0;
        foreach (var file in modules.SelectMany(Files).Where(file => only?.Contains(file.Identity) ?? true))
            if (await ApplyOne(connection, file, applied)) count++;
        return count;
    }

    static async Task<bool> ApplyOne(
        NpgsqlConnection connection, File file, Dictionary<(string, string), byte[]> applied)
    {
        var hash = SHA256.HashData(file.Text);
        if (applied.TryGetValue((file.Module, file.Name), out var before))
        {
            return before.AsSpan().SequenceEqual(hash) ? false : throw new InvalidOperationException(
                $"{file.Module}/{file.Name} was applied to this database with another text. Add a file; never change one.");
        }
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(System.Text.Encoding.UTF8.GetString(file.Text), connection, transaction))
            await command.ExecuteNonQueryAsync();
        await connection.ExecuteAsync(
            "insert into migration (module, name, hash) values (@Module, @Name, @hash)", new { file.Module, file.Name, hash }, transaction);
        await transaction.CommitAsync();
        return true;
    }

    static IEnumerable<File> Files(IModule module)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(module.Name + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new File(module.Name, name[(module.Name.Length + 1)..], Read(assembly, name)));
    }

    static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }

    /// <summary>The files that this program brings, in the order in which they are applied.</summary>
    public static IEnumerable<MigrationFile> Known(IReadOnlyList<IModule> modules) =>
        modules.SelectMany(Files).Select(file => file.Identity);

    sealed record File(string Module, string Name, byte[] Text)
    {
        public MigrationFile Identity { get; } = new(Module, Name, Convert.ToHexStringLower(SHA256.HashData(Text)));
    }
}

/// <param name="Module">The folder, such as <c>Access</c>.</param>
/// <param name="Name">The file, such as <c>001-accounts.sql</c>.</param>
/// <param name="Hash">SHA-256 of its text, in lower-case hexadecimal digits.</param>
public sealed record MigrationFile(string Module, string Name, string Hash);

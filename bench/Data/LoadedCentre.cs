using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Foundation;

namespace Centrala.Bench.Data;

/// <summary>
/// A centre with a million finished conversations of ten messages, made once from a seed and kept beside the build.
/// </summary>
static class LoadedCentre
{
    public const int Contacts = 1_000_000;
    public const int MessagesPerContact = 10;
    public const int Partners = 12;
    public const int Queues = 48;
    public const int Agents = 300;
    public const string Password = "correct horse battery";

    /// <summary>Raised with every change of what is made: an older one is made anew.</summary>
    const int Version = 1;

    public static Guid Partner(int number) => new($"00000000-0000-7000-8001-{number:d12}");

    public static Guid Queue(int number) => new($"00000000-0000-7000-8002-{number:d12}");

    public static Guid Agent(int number) => new($"00000000-0000-7000-8003-{number:d12}");

    public static Guid Contact(int number) => new($"00000000-0000-7000-8004-{number:d12}");

    public static Guid Conversation(int number) => new($"00000000-0000-7000-8005-{number:d12}");

    /// <returns>The folder of its data, made first when it is not there.</returns>
    public static async Task<string> Prepare(Report report)
    {
        var folder = Path.Combine(Root(), "artifacts", "bench-data", $"v{Version}-{Contacts}");
        var made = folder + ".made";
        if (File.Exists(made)) return folder;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        report.Note($"makes {Contacts:n0} contacts with {Contacts * MessagesPerContact:n0} messages in {folder}, once");
        using (var centre = new SeparateCentre(folder, 0)) await centre.Make();
        await using var postgres = await PrivatePostgres.Start(folder, CancellationToken.None);
        await using (var database = new Database(postgres.ConnectionString)) await AddPeople(database);
        await FillTables.Fill(postgres.SuperuserConnectionString, report);
        await File.WriteAllTextAsync(made, "");
        return folder;
    }

    /// <summary>One of each who may search: all partners, one of them as a colleague, one of them as its viewer.</summary>
    static async Task AddPeople(Database database)
    {
        using var passwords = new Passwords();
        var hash = await passwords.Hash(Password, CancellationToken.None);
        await using var work = await database.Begin(Actor.System, CancellationToken.None);
        foreach (var (role, partners) in new (string, Guid[])[]
        {
            ("admin", []), ("agent", [Partner(1)]), ("partner-viewer", [Partner(2)]),
        })
        {
            var person = await new NewPerson($"{role}@bench.example", role, "en", [role], partners).Add(work, DateTimeOffset.UtcNow);
            await Server.Access.Password.Set(work, person!.Value, hash, DateTimeOffset.UtcNow);
        }
        await work.Commit();
    }

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Centrala.slnx"))) return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}

using System.Net.Http.Json;
using Centrala.Server.Access;

namespace Centrala.Testing;

/// <summary>Accounts for tests: made as the program makes them, signed in over HTTP.</summary>
public static class People
{
    public const string Password = "correct horse battery";

    /// <summary>Slow by intent, so made once.</summary>
    static readonly Lazy<Task<string>> PasswordHash = new(static () =>
    {
        using var passwords = new Passwords();
        return passwords.Hash(Password, CancellationToken.None);
    });

    /// <summary>Makes an account with a password.</summary>
    public static async Task<Person> AddPerson(
        this TestCentre centre, IReadOnlyCollection<string> roles, params IReadOnlyCollection<Guid> partners) =>
        await Add(centre.Database, centre.Settings.Time, roles, partners);

    /// <summary>The same in a centre that was not started by the test.</summary>
    internal static async Task<Person> Add(
        Server.Database.Database database, TimeProvider time, IReadOnlyCollection<string> roles, IReadOnlyCollection<Guid> partners)
    {
        var now = time.GetUtcNow();
        var email = $"{roles.First()}.{Guid.NewGuid():n}@lighthouse.example";
        await using var work = await database.Begin(Actor.System, CancellationToken.None);
        var added = await new NewPerson(email, $"Test {roles.First()}", "en", roles, partners).Add(work, now);
        await Server.Access.Password.Set(work, added!.Value, await PasswordHash.Value, now);
        await work.Commit();
        return new(added.Value, email);
    }

    /// <summary>A client whose cookie belongs to a new person with these roles.</summary>
    public static async Task<Browser> SignIn(
        this TestCentre centre, string role, params IReadOnlyCollection<Guid> partners) =>
        await centre.SignIn(await centre.AddPerson([role], partners));

    /// <summary>A client whose cookie belongs to the person.</summary>
    public static async Task<Browser> SignIn(this TestCentre centre, Person person)
    {
        var client = centre.NewBrowser();
        using var answer = await client.PostAsJsonAsync("/api/session", new { person.Email, Password });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>A client that sends what the workspace's own pages send.</summary>
    public static Browser NewBrowser(this TestCentre centre) => new(centre.Address);

    public sealed record Person(Guid Id, string Email);
}

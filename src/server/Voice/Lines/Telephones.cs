using System.Net;
using System.Security.Cryptography;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Lines;

/// <summary>Desk phones: who they are, and where they can be called.</summary>
sealed class Telephones
{
    /// <summary>After so many wrong passwords from one address nobody there is listened to for a while.</summary>
    public const int FailuresMax = 20;

    /// <summary>Addresses whose failures are counted; beyond it all are forgotten.</summary>
    const int AddressesMax = 10_000;

    static readonly TimeSpan failuresCountFor = TimeSpan.FromMinutes(5);

    readonly Registrar registrar = new();
    readonly Dictionary<IPAddress, (int Count, DateTimeOffset Since)> failures = [];
    readonly PhoneBook book;
    readonly DigestGuard guard;

    public Telephones(PhoneBook book, VoiceSettings settings)
    {
        this.book = book;
        guard = new(settings.Realm, RandomNumberGenerator.GetBytes(32), (user, algorithm) =>
            book.Account(user) is not { } account ? null : DigestSecret.IsSha256(algorithm) ? account.Sha256 : account.Md5, settings.OffersSha256);
    }

    /// <summary>Rises whenever a phone has registered or gone.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<(string User, Binding Binding)> All(DateTimeOffset at) => registrar.All(at);

    public void Restore(IEnumerable<(string User, Binding Binding)> known) => registrar.Restore(known);

    public IReadOnlyCollection<string> Registered(DateTimeOffset at) => registrar.Users(at);

    /// <returns>Whose phones are registered.</returns>
    public IEnumerable<Guid> People(DateTimeOffset at) =>
        registrar.Users(at).Select(book.Account).OfType<PhoneAccount>().Select(account => account.Person);

    /// <returns>Where the agent's phone is, the latest that registered; null when there is none.</returns>
    public Binding? Of(Guid person, DateTimeOffset at) =>
        book.AccountOf(person) is { } account && registrar.Of(account.UserName, at) is [var latest, ..] ? latest : null;

    /// <summary>Takes a REGISTER.</summary>
    /// <returns>The response; null for silence.</returns>
    public SipResponse? Register(SipRequest request, Hop from, string tag, DateTimeOffset at)
    {
        if (IsShutOut(from.Remote.Address, at)) return null;
        var user = guard.Check(request, at, out var isStale);
        if (user is not null)
        {
            VoiceMetrics.Registered("taken");
            Changes++;
            return registrar.Register(request, user, from, tag, at);
        }
        if (!isStale && request.Headers.Has("Authorization")) CountFailure(from.Remote.Address, at);
        VoiceMetrics.Registered("challenged");
        return guard.Challenge(request, tag, isStale, at);
    }

    bool IsShutOut(IPAddress address, DateTimeOffset at) =>
        failures.TryGetValue(address, out var known) && at - known.Since < failuresCountFor && known.Count >= FailuresMax;

    void CountFailure(IPAddress address, DateTimeOffset at)
    {
        if (failures.Count >= AddressesMax) failures.Clear();
        failures[address] = failures.TryGetValue(address, out var known) && at - known.Since < failuresCountFor
            ? (known.Count + 1, known.Since) : (1, at);
    }
}

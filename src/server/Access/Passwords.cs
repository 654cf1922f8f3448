using Microsoft.AspNetCore.Identity;

namespace Centrala.Server.Access;

/// <summary>Hashes and checks passwords with the framework's hasher (PBKDF2).</summary>
sealed class Passwords : IDisposable
{
    /// <summary>NIST SP 800-63B asks for length and for nothing that people write on notes.</summary>
    public const int MinimumLength = 12;
    public const int MaximumLength = 200;

    /// <summary>Hashes computed at once: a rush of sign-ins must not starve the routing of its processors.</summary>
    static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    readonly PasswordHasher<Passwords> hasher = new();
    readonly SemaphoreSlim turn = new(AtOnce);
    readonly string nobodys;

    public Passwords() => nobodys = hasher.HashPassword(this, BearerSecret.New().Text);

    /// <returns>Null when the password will do; otherwise what is wrong with it.</returns>
    public static Sentence? Objection(string? password, string email)
    {
        if (password is null || password.Length < MinimumLength) return Say($"Use at least {MinimumLength} characters.");
        if (password.Length > MaximumLength) return Say($"Use at most {MaximumLength} characters.");
        if (password.Contains(email, StringComparison.OrdinalIgnoreCase)
            || password.Equals(email.Split('@')[0], StringComparison.OrdinalIgnoreCase))
            return Say($"Do not use your e-mail address.");
        return password.Distinct().Count() < 5 ? Say($"Use more than a few different characters.") : null;
    }

    public async Task<string> Hash(string password, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try { return hasher.HashPassword(this, password); }
        finally { turn.Release(); }
    }

    /// <param name="hash">Null for a person who does not exist or has no password: takes as long and fails.</param>
    public async Task<bool> Match(string? hash, string password, CancellationToken cancel)
    {
        if (password.Length > MaximumLength) return false;
        await turn.WaitAsync(cancel);
        try
        {
            var result = hasher.VerifyHashedPassword(this, hash ?? nobodys, password);
            return hash is not null && result != PasswordVerificationResult.Failed;
        }
        finally { turn.Release(); }
    }

    public void Dispose() => turn.Dispose();
}

using System.Diagnostics.CodeAnalysis;

namespace Centrala.Server.Access;

/// <summary>The address by which a person signs in.</summary>
static class EmailAddress
{
    /// <summary>RFC 5321: a path has at most 256 octets, two of which are angle brackets.</summary>
    public const int MaximumLength = 254;

    /// <summary>Trims and lowers; whether mail arrives there is what the invitation finds out.</summary>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? address)
    {
        address = text?.Trim().ToLowerInvariant();
        if (address is null || address.Length > MaximumLength) return false;
        var at = address.IndexOf('@');
        return at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1
            && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
    }
}

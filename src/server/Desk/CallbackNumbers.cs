using System.Security.Cryptography;
using System.Text;
using Centrala.Server.Access;

namespace Centrala.Server.Desk;

/// <summary>
/// Telephone numbers as routing knows them: digests with a key of this installation, so that its journal holds nobody's
/// number and yet one open callback for each.
/// </summary>
sealed class CallbackNumbers(InstallationKey installation)
{
    const int DigitsMin = 3;
    const int DigitsMax = 15;

    readonly byte[] key = installation.For("callback numbers");

    /// <param name="number">With or without a leading plus; spaces, dots, dashes, brackets and slashes do not count.</param>
    /// <returns>Null when it is no telephone number.</returns>
    public Guid? Digest(string number)
    {
        var digits = new StringBuilder();
        foreach (var character in number.Trim())
        {
            if (char.IsAsciiDigit(character) || (character == '+' && digits.Length == 0)) digits.Append(character);
            else if (!" .-()/".Contains(character)) return null;
        }
        var count = digits.Length - (digits.Length > 0 && digits[0] == '+' ? 1 : 0);
        if (count is < DigitsMin or > DigitsMax) return null;
        return new Guid(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(digits.ToString())).AsSpan(0, 16));
    }
}

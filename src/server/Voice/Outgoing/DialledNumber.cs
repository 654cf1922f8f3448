using System.Text.RegularExpressions;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>Brings what somebody typed into the one form in which numbers are checked, called and kept: + and digits.</summary>
static partial class DialledNumber
{
    /// <param name="homeCountry">+ and the country that a number without one belongs to.</param>
    /// <returns>Null for what is no telephone number of E.164.</returns>
    public static string? Normal(string typed, string homeCountry)
    {
        var bare = Decoration().Replace(typed, "");
        var whole = bare.StartsWith('+') ? bare
            : bare.StartsWith("00", StringComparison.Ordinal) ? "+" + bare[2..]
            : homeCountry + (bare.StartsWith('0') ? bare[1..] : bare);
        return Form().IsMatch(whole) ? whole : null;
    }

    [GeneratedRegex(@"[\s().\-/]")]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex Form();
}

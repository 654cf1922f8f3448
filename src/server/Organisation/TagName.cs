using System.Text.RegularExpressions;

namespace Centrala.Server.Organisation;

/// <summary>A tag's name: small letters, digits and hyphens, so that it is the same however it was typed.</summary>
static partial class TagName
{
    public static Sentence Rule => Say($"1 to 40 letters, digits and hyphens, a letter or digit first.");

    /// <summary>Small letters, and a hyphen for each stretch of blanks.</summary>
    public static string Normal(string typed) => Blanks().Replace(typed.Trim().ToLowerInvariant(), "-");

    /// <param name="normal">As <see cref="Normal"/> gives it.</param>
    public static bool IsOne(string normal) => Form().IsMatch(normal);

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}-]{0,39}$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

using System.Text.RegularExpressions;

namespace Centrala.Server.Personal;

/// <summary>
/// A key as the workspace writes it: <c>j</c>, <c>?</c>, <c>F2</c>, <c>shift+j</c>, <c>mod+k</c> (Ctrl or ⌘). Alt is in
/// none: with Ctrl it is AltGr, by which Polish, Turkish and other keyboards type letters.
/// </summary>
static partial class KeyName
{
    /// <summary>Keys that the browser or every text field needs for itself.</summary>
    static readonly HashSet<string> taken =
    [
        "mod+a", "mod+c", "mod+v", "mod+x", "mod+z", "mod+y", "mod+n", "mod+t", "mod+w", "mod+shift+n", "mod+shift+t",
        "mod+shift+w", "mod+enter",
    ];

    /// <returns>Null for a key that may be chosen, or for none; otherwise what is wrong.</returns>
    public static Sentence? Objection(string key) =>
        key.Length == 0 ? null
        : !Shape().IsMatch(key) ? Say($"This is no key that can be chosen.")
        : taken.Contains(key) ? Say($"The browser needs this key itself.") : null;

    public static bool IsAction(string action) => Action().IsMatch(action);

    [GeneratedRegex(@"^(?:(?:mod\+)?(?:shift\+)?\p{Ll}|(?:mod\+)?[^\p{L}\p{C}\s+]|(?:mod\+)?(?:shift\+)?F(?:[1-9]|1[0-2]))$")]
    private static partial Regex Shape();

    [GeneratedRegex("^[a-z]+(?:-[a-z]+)*$")]
    private static partial Regex Action();
}

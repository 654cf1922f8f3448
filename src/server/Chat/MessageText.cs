namespace Centrala.Server.Chat;

/// <summary>What can be said in one message.</summary>
static class MessageText
{
    /// <returns>Null when the text is fine.</returns>
    public static Sentence? Objection(string text, bool mayBeEmpty)
    {
        if (text.Length > ChatLimits.TextMax) return Say($"Use at most {ChatLimits.TextMax} characters.");
        // PostgreSQL cannot store it, and nobody means it.
        if (text.Contains('\0')) return Say($"The character U+0000 cannot be stored.");
        return !mayBeEmpty && string.IsNullOrWhiteSpace(text) ? Say($"Write something.") : null;
    }
}

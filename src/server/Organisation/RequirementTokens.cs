using System.Globalization;
using System.Text.RegularExpressions;

namespace Centrala.Server.Organisation;

/// <summary>The words and signs of a requirement's text, one after the other; faults say at which character.</summary>
sealed partial class RequirementTokens
{
    readonly List<(string Text, int Position)> tokens = [];
    int next;

    /// <exception cref="UnreadableRequirementException">The text holds a sign that means nothing here.</exception>
    public RequirementTokens(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var match = Token().Match(text, at);
            if (!match.Success) throw new UnreadableRequirementException(Say($"“{text[at]}” at character {at + 1} means nothing here."));
            if (!string.IsNullOrWhiteSpace(match.Value)) tokens.Add((match.Value.ToLowerInvariant(), at + 1));
            at += match.Length;
        }
    }

    public bool AtEnd => next == tokens.Count;

    public bool Sees(string token) => !AtEnd && tokens[next].Text == token;

    public bool Take(string token)
    {
        if (!Sees(token)) return false;
        next++;
        return true;
    }

    /// <exception cref="UnreadableRequirementException">A sign stands there, or nothing.</exception>
    public string TakeWord(Sentence expected) =>
        !AtEnd && char.IsAsciiLetterOrDigit(tokens[next].Text[0]) ? tokens[next++].Text : throw Expected(expected);

    /// <exception cref="UnreadableRequirementException">There is no time, or it is zero or longer than a day.</exception>
    public TimeSpan TakeTime()
    {
        var text = TakeWord(Say($"a time like 20s"));
        var match = Time().Match(text);
        if (!match.Success) throw new UnreadableRequirementException(Say($"“{text}” is not a time like 20s, 5m or 1h."));
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var time = match.Groups[2].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            _ => TimeSpan.FromHours(number),
        };
        return time > TimeSpan.Zero && time <= TimeSpan.FromDays(1)
            ? time
            : throw new UnreadableRequirementException(Say($"“{text}” is not between a second and a day."));
    }

    public UnreadableRequirementException Expected(Sentence what) => AtEnd
        ? new UnreadableRequirementException(Say($"Something is missing at the end: {what} was expected."))
        : new UnreadableRequirementException(Say($"“{tokens[next].Text}” at character {tokens[next].Position} cannot stand there; {what} was expected."));

    [GeneratedRegex(@"\G(\s+|>=|[();]|[a-z0-9][a-z0-9-]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^([0-9]{1,5})(s|m|h)$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}

/// <summary>The text of a requirement says nothing that can be asked of people.</summary>
sealed class UnreadableRequirementException(Sentence said) : Exception(said.Text)
{
    public Sentence Said => said;
}

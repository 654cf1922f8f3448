namespace Centrala.Core.Workforce;

/// <summary>A file that somebody wrote cannot be understood; the message names the line and what was expected there.</summary>
public sealed class UnreadableInputException(string message) : Exception(message)
{
    public UnreadableInputException(int line, string expected) : this($"line {line}: {expected}") { }

    /// <param name="line">From 1; null when it is about the whole.</param>
    public UnreadableInputException(int? line, FormattableString said)
        : this(line is null ? FormattableString.Invariant(said) : $"line {line}: {FormattableString.Invariant(said)}") =>
        (Line, Said) = (line, said);

    public int? Line { get; }

    /// <summary>The message with its values apart, so that it can be said in other languages.</summary>
    public FormattableString Said { get; } = $"{message}";
}

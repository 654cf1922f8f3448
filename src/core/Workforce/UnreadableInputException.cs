namespace Centrala.Core.Workforce;

/// <summary>A file that somebody wrote cannot be understood; the message names the line and what was expected there.</summary>
public sealed class UnreadableInputException(string message) : Exception(message)
{
    public UnreadableInputException(int line, string expected) : this($"line {line}: {expected}") { }
}

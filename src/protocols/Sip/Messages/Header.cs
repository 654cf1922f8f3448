namespace Centrala.Protocols.Sip;

/// <summary>One header with one value; what came as a comma-separated list is one header a value.</summary>
/// <param name="Name">As RFC 3261 spells it, whatever the sender did; a name that nobody knows, as it came.</param>
/// <param name="Text">On one line: folds have become spaces.</param>
public sealed record Header(string Name, string Text)
{
    internal Header(string name, object value) : this(name, value.ToString()!) => Value = value;

    /// <summary>What the text means, such as a <see cref="NameAddress"/>; null for headers that are only carried.</summary>
    internal object? Value { get; init; }

    public override string ToString() => $"{Name}: {Text}";
}

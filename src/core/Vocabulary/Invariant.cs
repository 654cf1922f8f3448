using System.Diagnostics.CodeAnalysis;

namespace Centrala.Core.Vocabulary;

/// <summary>What must be true in a correct program. Stays on in production: a bug stops the unit of work.</summary>
public static class Invariant
{
    /// <exception cref="InvariantBrokenException">The condition is false.</exception>
    public static void Holds([DoesNotReturnIf(false)] bool condition, string statement)
    {
        if (!condition) throw new InvariantBrokenException(statement);
    }
}

/// <summary>A bug was found by the program itself.</summary>
public sealed class InvariantBrokenException : Exception
{
    public InvariantBrokenException() { }

    public InvariantBrokenException(string statement) : base("Broken invariant: " + statement) { }

    public InvariantBrokenException(string statement, Exception inner) : base(statement, inner) { }
}

namespace Centrala.Server.Voice.Answering;

/// <summary>What a caller's walk wants done on the line or by the centre.</summary>
abstract record Deed;

/// <summary>Says these one after the other; what was being said before is cut.</summary>
sealed record Say(IReadOnlyList<Phrase> Phrases) : Deed;

/// <summary>Cuts what is being said.</summary>
sealed record BeSilent : Deed;

/// <summary>The caller begins to wait: only now the router knows of the contact.</summary>
/// <param name="Language">A skill; empty: any.</param>
sealed record EnterQueue(Guid Queue, Guid Language) : Deed;

/// <summary>Asks whether a queue takes calls now; answered with a <see cref="bool"/>.</summary>
sealed record AskWhetherOpen(Guid Queue) : Deed;

/// <summary>Asks how long the line is; answered with a <see cref="Dispatch.PlaceInLine"/>, or nothing.</summary>
sealed record AskPlace : Deed;

/// <summary>Has the caller called back in his place; answered with a <see cref="bool"/>.</summary>
sealed record PromiseCallback : Deed;

/// <summary>Begins to keep what the caller says.</summary>
sealed record BeginMessage(TimeSpan AtMost) : Deed;

/// <summary>Hands what the caller said to a queue as work; answered with a <see cref="bool"/> once it is stored.</summary>
sealed record KeepMessage(Guid Queue, Guid Language) : Deed;

sealed record HangUp : Deed;

/// <summary>Something to be said.</summary>
/// <param name="Prompt">Its name.</param>
/// <param name="Language">A tag like pt-PT.</param>
readonly record struct Phrase(string Prompt, string Language);

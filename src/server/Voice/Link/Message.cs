namespace Centrala.Server.Voice.Link;

/// <summary>
/// Something that the centre and its telephone tell each other. Every record that derives from it can be sent: it goes by
/// the name of its type, so a type that was let into the world keeps its name.
/// </summary>
abstract record Message;

/// <summary>A message that wants a reply. It may arrive twice, and is worked on once.</summary>
abstract record Question<TReply> : Message where TReply : Message;

/// <summary>What there is to say when it is only about whether something was done.</summary>
sealed record Done : Message
{
    public static readonly Done It = new();
}

/// <summary>The other side has a fault there, or does not know such a message.</summary>
sealed record Failed(string Why) : Message;

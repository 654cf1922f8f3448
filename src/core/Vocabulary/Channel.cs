namespace Centrala.Core.Vocabulary;

/// <summary>The way a contact reaches the centre. The values are journaled: never renumber them.</summary>
public enum Channel : byte
{
    Call = 1,
    Chat = 2,

    /// <summary>SMS and messaging services: a conversation that may pause for hours.</summary>
    Message = 3,
    Mail = 4,

    /// <summary>Back-office work.</summary>
    Task = 5,
}

/// <summary>What a channel takes of an agent's <see cref="Limits.Points"/> when nothing else is said.</summary>
public static class Channels
{
    /// <summary>One more than the highest value of <see cref="Channel"/>: the length of an array by channel.</summary>
    public const int Count = 6;

    /// <returns>Points (1–100) of one contact, and how many an agent has at once.</returns>
    public static (int Cost, int AtOnce) Default(Channel channel) => channel switch
    {
        Channel.Call => (100, 1),
        Channel.Chat or Channel.Message => (25, 4),
        _ => (50, 2),
    };

    /// <summary>Whether a contact of this channel pauses interruptible work when nothing else is said.</summary>
    public static bool Interrupts(Channel channel) => channel == Channel.Call;

    /// <summary>Whether work of this channel may be paused when nothing else is said.</summary>
    public static bool IsInterruptible(Channel channel) => channel is Channel.Mail or Channel.Task;

    /// <summary>How long an offer stands when its queue says nothing: 20 s for a call, 45 s for the rest.</summary>
    public static TimeSpan OfferTimeout(Channel channel) => TimeSpan.FromSeconds(channel == Channel.Call ? 20 : 45);
}

namespace Centrala.Server.Voice.Link;

/// <summary>With whom the agent of a call talks, while he asks somebody.</summary>
public enum Talk
{
    /// <summary>Whoever is asked waits with music.</summary>
    Customer,

    /// <summary>The customer waits with music.</summary>
    Asked,

    /// <summary>Everybody hears everybody.</summary>
    All,
}

/// <param name="With">With whom the agent talks.</param>
/// <param name="HasColleague">A colleague is asked and has answered.</param>
/// <param name="Number">Who is called outside; null for nobody.</param>
/// <param name="IsOutsideAnswered">Whether he has answered.</param>
sealed record AskingNow(Guid Contact, Talk With, bool HasColleague, string? Number, bool IsOutsideAnswered);

/// <summary>The agent talks with somebody else in his call from now on.</summary>
sealed record TalkTo(Guid Contact, Guid Agent, Talk Whom) : Question<CallDone>;

/// <summary>Whom the agent called outside he wants no longer.</summary>
sealed record DismissOutsider(Guid Contact, Guid Agent) : Question<CallDone>;

/// <summary>The agent leaves his call to whom he called outside.</summary>
sealed record HandOutside(Guid Contact, Guid Agent) : Question<CallDone>;

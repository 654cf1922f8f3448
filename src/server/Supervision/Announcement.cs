namespace Centrala.Server.Supervision;

/// <summary>For whom a lead's words are.</summary>
public enum Audience
{
    Person,
    Team,

    /// <summary>All agents and leads who share a partner with the one who speaks.</summary>
    Everybody,
}

/// <summary>A lead's words as those get them who are to read them.</summary>
/// <param name="By">The lead's name.</param>
sealed record AnnouncementView(Guid Id, string By, string Text, DateTimeOffset At);

using Centrala.Server.Voice.Centre;

namespace Centrala.Server.Voice.Link;

/// <summary>Numbers and phones, as they now stand in the database.</summary>
sealed record TurnBook(BookPage Page) : Question<Done>;

/// <summary>Whether somebody routes now: otherwise no caller is let in.</summary>
sealed record Routes(bool AreOpen) : Message;

/// <summary>What the router decided, in order.</summary>
sealed record NewsHeard(IReadOnlyList<RoutingNews> News) : Message;

/// <summary>How the callers on the lines stand with the router, after something may have been missed.</summary>
sealed record StandingsHeard(IReadOnlyList<Standing> Standings) : Message;

/// <summary>What is on the lines?</summary>
sealed record AskLines : Question<LinesNow>;

/// <param name="TakesCalls">Whether a call would be taken now.</param>
/// <param name="Phones">Names of the desk phones that are registered.</param>
sealed record LinesNow(bool TakesCalls, IReadOnlyCollection<string> Phones, IReadOnlyList<ListPhones.TrunkView> Trunks) : Message;

/// <summary>Does it still work? Any reply says so.</summary>
sealed record AskPulse : Question<Message>;

/// <summary>The centre stops: hang up, take nobody in. The reply comes when every end has been taken.</summary>
sealed record CloseLines : Question<Done>;

/// <summary>Another build has come: end at the first moment without a call.</summary>
/// <param name="After">Takes no more calls from then on, so that the moment comes.</param>
sealed record Retire(TimeSpan After) : Message;

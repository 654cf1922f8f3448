using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Asking;

/// <summary>How a call stands with those whom its agent asks.</summary>
/// <param name="With">With whom the agent talks now.</param>
/// <param name="HasColleague">A colleague has answered.</param>
/// <param name="OutsideNumber">Who was called outside; null for nobody.</param>
sealed record AskingView(Guid ContactId, Talk With, bool HasColleague, string? OutsideNumber, bool IsOutsideAnswered);

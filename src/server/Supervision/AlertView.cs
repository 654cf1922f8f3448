namespace Centrala.Server.Supervision;

/// <param name="Threshold">As it was when it was passed: contacts, seconds or basis points.</param>
/// <param name="Worst">The worst value while the alert stood, in the same unit.</param>
/// <param name="ClearedAt">Null while it stands.</param>
sealed record AlertView(
    Guid Id, Guid PartnerId, Guid QueueId, string Queue, string Measure, int Threshold, int Worst, DateTimeOffset RaisedAt,
    DateTimeOffset? ClearedAt);

using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Recording;

/// <summary>What is known of a recording, from its begin on; told again when it ends.</summary>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Seconds">How long it is.</param>
sealed record RecordingFact(
    Guid Id, Guid Contact, Guid PartnerId, Guid QueueId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt = null, int Seconds = 0,
    RecordingOutcome? Outcome = null) : Message;

/// <summary>The agent of a call wants that nothing is kept of it for now, or that it goes on.</summary>
sealed record PauseAsked(Guid Contact, Guid Agent, bool IsPaused) : Question<CallDone>;

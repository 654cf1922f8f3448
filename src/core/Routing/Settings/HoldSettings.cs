using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>Keeps agents free for a strict queue: others see one of them only while more than these are free.</summary>
/// <param name="Who">Of the queue's members, those who are kept.</param>
/// <param name="Channel">Free is who has room for one more contact of this channel.</param>
/// <param name="Agents">1–<see cref="Limits.HeldAgents"/>: so many stay free.</param>
public sealed record HoldSettings(Requirement Who, Channel Channel, int Agents);

namespace Centrala.Core.Routing;

/// <summary>A promise to call a customer back, until somebody talks with him.</summary>
/// <param name="Whom">A digest of his number.</param>
/// <param name="Queue">In which it was promised.</param>
/// <param name="Agent">Whose it is before <paramref name="ReleaseTicks"/>; 0: nobody's.</param>
public readonly record struct Callback(Guid Whom, int Queue, int Agent, long ReleaseTicks, bool CustomerFirst);

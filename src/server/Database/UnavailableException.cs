namespace Centrala.Server.Database;

/// <summary>A failure of the world that passes: it is answered as its problem, once, at the edge.</summary>
public sealed class UnavailableException(Problem problem, Exception? cause = null) : Exception(problem.Title, cause)
{
    public Problem Problem => problem;
}

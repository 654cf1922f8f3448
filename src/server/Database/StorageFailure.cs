using Npgsql;

namespace Centrala.Server.Database;

/// <summary>Why the database could not keep something, as far as whoever asked needs to know.</summary>
public enum StorageFailure
{
    /// <summary>The database refused the data itself: repeating it would fail again.</summary>
    Data,

    /// <summary>The disk is full or cannot be written. Passes by itself once there is room.</summary>
    Full,

    /// <summary>No connection, shutting down, starting, out of memory or connections, or locked out for now.</summary>
    Unavailable,
}

/// <summary>Tells a failure of the world, which passes, from data that will never fit.</summary>
public static class StorageFailures
{
    public static readonly Problem Full = new("storage-full", 507, "No room to store anything",
        "The disk of the database is full or cannot be written. What was acknowledged earlier is safe; this was not taken. "
        + "It goes on by itself as soon as there is room. Operators: free space on the database's disk.");

    public static readonly Problem Unavailable = new("storage-unavailable", 503, "The database does not answer",
        "The database is starting, stopping or out of reach. What was acknowledged earlier is safe; whether this was stored "
        + "is unknown, and repeating it as it is does no harm. Try again in a moment.");

    /// <returns>Null when the exception is not the database's: a bug, which nobody should answer for.</returns>
    public static StorageFailure? Of(Exception exception) => exception switch
    {
        PostgresException postgres => OfState(postgres.SqlState),
        NpgsqlException => StorageFailure.Unavailable, // Connections, time-outs, a pool that is used up.
        _ => null,
    };

    /// <returns>What to answer for a failure that passes; null for refused data and for bugs.</returns>
    public static Problem? ProblemOf(Exception exception) => exception switch
    {
        UnavailableException unavailable => unavailable.Problem,
        _ => Of(exception) switch
        {
            StorageFailure.Full => Full,
            StorageFailure.Unavailable => Unavailable,
            _ => null,
        },
    };

    // Classes of PostgreSQL's Appendix A. 53100 disk full, 58030 input/output error, 53400 a configured limit.
    static StorageFailure OfState(string state) => state switch
    {
        "53100" or "58030" or "53400" => StorageFailure.Full,
        _ => state[..2] switch
        {
            "08" or "25" or "40" or "53" or "55" or "57" or "58" or "XX" => StorageFailure.Unavailable,
            _ => StorageFailure.Data,
        },
    };
}

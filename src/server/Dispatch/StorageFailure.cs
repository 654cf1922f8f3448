using System.Net.Sockets;
using Npgsql;

namespace Centrala.Server.Dispatch;

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
    /// <returns>Null when the exception is not the database's: a bug, which nobody should answer for.</returns>
    public static StorageFailure? Of(Exception exception) => exception switch
    {
        PostgresException postgres => OfState(postgres.SqlState),
        NpgsqlException or TimeoutException or SocketException or IOException => StorageFailure.Unavailable,
        _ => null,
    };

    /// <returns>The refusal for a failure that passes; null for refused data and for bugs.</returns>
    public static Problem? RefusalOf(Exception exception) => Of(exception) switch
    {
        StorageFailure.Full => DispatchProblems.StorageFull,
        StorageFailure.Unavailable => DispatchProblems.StorageUnavailable,
        _ => null,
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

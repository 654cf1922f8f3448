namespace Centrala.Server.Database;

/// <summary>What the private PostgreSQL is told, beyond its defaults. Durability stays as PostgreSQL ships it: on.</summary>
static class PostgresSettings
{
    /// <param name="socketFolder">Where it listens; nobody but its owner may enter there. There is no TCP.</param>
    public static string Text(string socketFolder) => $"""
        # Written by centrala at each start. Put changes of your own below the include in postgresql.conf.
        cluster_name = 'centrala'
        listen_addresses = ''
        unix_socket_directories = '{socketFolder}'
        max_connections = 200
        shared_buffers = 128MB
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'

        # Statements and details carry personal data; a log must not.
        log_min_messages = fatal
        log_checkpoints = off
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_parameter_max_length_on_error = 0

        """;
}

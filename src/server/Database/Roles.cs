using Npgsql;

namespace Centrala.Server.Database;

/// <summary>The four roles that the program acts in. None can sign in, none is a superuser, none bypasses row-level security.</summary>
public static class Roles
{
    /// <summary>Owns the tables; migrations, backup and restore.</summary>
    public const string Owner = "centrala_owner";

    /// <summary>Requests; acts as a principal in each transaction.</summary>
    public const string App = "centrala_app";

    /// <summary>Accepts from outside: writes a channel's rows and the cell's inbox.</summary>
    public const string Intake = "centrala_intake";

    /// <summary>The cell's writer: journal, snapshots, projections.</summary>
    public const string Writer = "centrala_writer";

    public static readonly IReadOnlyList<string> All = [Owner, App, Intake, Writer];

    /// <summary>Creates what is missing of roles and schema, and lets the connection's user act as each. Safe to repeat.</summary>
    /// <exception cref="PostgresException">The user may neither create roles nor finds them granted.</exception>
    public static async Task Ensure(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Concat(All.Select(EnsureOne)) + """
            do $$ begin
              if to_regnamespace('centrala') is null then create schema centrala authorization centrala_owner; end if;
            end $$;
            grant usage on schema centrala to centrala_app, centrala_intake, centrala_writer;
            """;
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Roles belong to the whole server: two databases may come here at once, and whoever is second finds the work done.
    // Since PostgreSQL 16 the creator of a role is its administrator but may not act as it before a grant.
    static string EnsureOne(string role) => $"""
        do $$ begin
          if not exists (select from pg_roles where rolname = '{role}') then
            create role {role} nologin;
          end if;
        exception when duplicate_object or unique_violation then null;
        end $$;
        do $$ begin
          if not pg_has_role(current_user, '{role}',
               case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
            grant {role} to current_user;
          end if;
        exception when unique_violation or internal_error then null;
        end $$;

        """;
}

using System.Text.Json;
using Dapper;
using Npgsql;

namespace Centrala.Server.Database;

/// <summary>
/// One transaction that acts as one actor. What is not committed is rolled back on disposal. SQL parameters are the
/// properties of an object; columns map to a record's parameters by name (<c>reviewed_by</c> to <c>ReviewedBy</c>).
/// </summary>
public sealed class Work : IAsyncDisposable
{
    readonly CancellationToken cancel;

    Work(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel) =>
        (Connection, Transaction, this.cancel) = (connection, transaction, cancel);

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction Transaction { get; }

    internal static async Task<Work> Begin(NpgsqlConnection connection, Actor actor, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(cancel);
        var work = new Work(connection, transaction, cancel);
        await work.ActAs(actor);
        return work;
    }

    /// <returns>The only row, or the type's default when there is none.</returns>
    public Task<T?> Single<T>(string sql, object? parameters = null) =>
        Connection.QuerySingleOrDefaultAsync<T?>(Command(sql, parameters));

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null) =>
        (await Connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <returns>How many rows changed.</returns>
    public Task<int> Execute(string sql, object? parameters = null) => Connection.ExecuteAsync(Command(sql, parameters));

    public Task Commit() => Transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    // Local to the transaction: a pooled connection carries nothing over, also after an error.
    Task ActAs(Actor actor) => Execute("""
        select set_config('centrala.principal_kind', @Kind, true), set_config('centrala.principal_id', @Id, true),
               set_config('centrala.principal_roles', @Roles, true), set_config('centrala.principal_partners', @Partners, true)
        """, new
    {
        Kind = JsonNamingPolicy.KebabCaseLower.ConvertName(actor.Kind.ToString()),
        Id = actor.Id.ToString(),
        Roles = "{" + string.Join(',', actor.Roles) + "}",
        Partners = actor.AllPartners ? "all" : "{" + string.Join(',', actor.Partners) + "}",
    });

    CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, Transaction, cancellationToken: cancel);
}

using System.Security.Cryptography;
using System.Text.Json;
using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Centrala.Server.Organisation;

/// <param name="Version">Names this state of the entry in the next edit.</param>
/// <param name="Warnings">What was stored as it is, though it will hardly do what was meant.</param>
public sealed record Edited(int Version, IReadOnlyList<Warning> Warnings);

/// <summary>
/// One change of the organisation: its rows, the line in the audit log and the router's commands, in one transaction.
/// An entry's edit names the version it was made from; the same edit sent twice is answered twice and done once.
/// </summary>
sealed class Edit : IAsyncDisposable
{
    readonly Cell cell;
    readonly DateTimeOffset at;
    readonly Actor actor;
    readonly List<CellCommand> commands = [];
    readonly List<Warning> warnings = [];
    int version;

    Edit(Work work, Actor actor, Cell cell, DateTimeOffset at) =>
        (Work, this.actor, this.cell, this.at) = (work, actor, cell, at);

    public Work Work { get; }

    /// <summary>Makes edits; one for the program.</summary>
    public sealed class Source(Database.Database database, Cell cell, TimeProvider time)
    {
        public async Task<Edit> Begin(Actor actor, CancellationToken cancel) =>
            new(await database.Begin(actor, cancel), actor, cell, time.GetUtcNow());
    }

    /// <summary>The router is told with the commit.</summary>
    public void Tell(CellCommand command) => commands.Add(command);

    public void Warn(IEnumerable<Warning> found) => warnings.AddRange(found);

    /// <summary>Inserts or updates an entry of <paramref name="table"/>.</summary>
    /// <param name="upsert">
    /// Takes <c>@id</c>, <c>@version</c>, <c>@edit</c> and the properties of <paramref name="values"/>; updates only where the
    /// version is the one named and returns the new one.
    /// </param>
    /// <param name="request">The whole edit, by whose hash a repetition is known.</param>
    /// <returns>Null when it was stored; otherwise the answer.</returns>
    public async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(
        string table, string upsert, Guid id, int version, object request, object values)
    {
        var edit = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), JsonSerializerOptions.Web));
        var parameters = new Dapper.DynamicParameters(values);
        parameters.Add("id", id);
        parameters.Add("version", version);
        parameters.Add("edit", edit);
        try
        {
            if (await Work.Single<int?>(upsert, parameters) is { } stored)
            {
                await Note(table, id, "changed", stored);
                return null;
            }
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return OrganisationProblems.NameTaken.Answer();
        }
        catch (PostgresException hidden) when (hidden.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return CommonProblems.NotFound.Answer();
        }
        return await NotStored(table, id, edit);
    }

    /// <summary>Takes an entry out of use; its row stays for history.</summary>
    /// <returns>False when there is no such entry.</returns>
    public async Task<bool> Remove(string table, Guid id)
    {
        var version = await Work.Single<int?>(
            $"update {table} set removed_at = @at, version = version + 1 where id = @id and removed_at is null returning version",
            new { id, at });
        if (version is { } stored) await Note(table, id, "removed", stored);
        return version is not null;
    }

    /// <summary>Takes a removed entry back into use.</summary>
    /// <returns>Null when it is there again; otherwise the answer.</returns>
    public async Task<ProblemHttpResult?> Restore(string table, Guid id)
    {
        try
        {
            var version = await Work.Single<int?>(
                $"update {table} set removed_at = null, version = version + 1 where id = @id and removed_at is not null returning version",
                new { id });
            if (version is not { } stored) return CommonProblems.NotFound.Answer();
            await Note(table, id, "restored", stored);
            return null;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return OrganisationProblems.NameTaken.Answer();
        }
    }

    public async Task<Results<Ok<Edited>, ProblemHttpResult>> Commit()
    {
        await Finish();
        return TypedResults.Ok(new Edited(version, warnings));
    }

    /// <summary>Commits and tells the router.</summary>
    public async Task Finish()
    {
        foreach (var command in commands) await Inbox.Add(Work, command);
        await Work.Commit();
        if (commands.Count > 0) cell.Wake();
    }

    public ValueTask DisposeAsync() => Work.DisposeAsync();

    Task Note(string table, Guid id, string what, int stored)
    {
        version = stored;
        return Audit.Write(Work, actor, at, $"{table.Replace('_', '-')}-{what}", table, id, new { version = stored });
    }

    async Task<Results<Ok<Edited>, ProblemHttpResult>> NotStored(string table, Guid id, byte[] edit)
    {
        var present = await Work.Single<Present?>(
            $"select version, last_edit, removed_at is not null as removed from {table} where id = @id", new { id });
        if (present is null || present.Removed) return CommonProblems.NotFound.Answer();
        return present.LastEdit.AsSpan().SequenceEqual(edit)
            ? TypedResults.Ok(new Edited(present.Version, []))
            : CommonProblems.ChangedMeanwhile.Answer($"The present version is {present.Version}.");
    }

    sealed record Present(int Version, byte[] LastEdit, bool Removed);
}

using Centrala.Server.Database;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Recording;

/// <summary>Takes recordings off the disk once they are erased: soon after, and again until it is done.</summary>
sealed class DeleteErased(Settings settings, Db database, TimeProvider time, ILogger<DeleteErased> log)
    : Recurring(new PeriodicTimer(every, time))
{
    const int AtOnce = 500;

    static readonly TimeSpan every = TimeSpan.FromSeconds(30);

    readonly VoiceSettings? voice = VoiceSettings.Of(settings.DataFolder);

    protected override async Task Recur(CancellationToken stop)
    {
        if (voice is null) return;
        try
        {
            while (await Delete(stop) == AtOnce) { }
        }
        catch (Exception putOff) when (putOff is IOException or UnauthorizedAccessException || StorageFailures.ProblemOf(putOff) is not null)
        {
            VoiceLog.NotDeleted(log, putOff);
        }
    }

    /// <returns>How many.</returns>
    public async Task<int> Delete(CancellationToken cancel)
    {
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        var erased = new List<(Guid Id, DateTimeOffset StartedAt)>();
        await using (var asked = new NpgsqlCommand(
            "select id, started_at from recording where node = $1 and erased_at is not null and file_gone_at is null limit $2", connection))
        {
            asked.Parameters.Add(new() { Value = voice!.Node });
            asked.Parameters.Add(new() { Value = AtOnce });
            await using var reader = await asked.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) erased.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }
        if (erased.Count == 0) return 0;
        foreach (var (id, startedAt) in erased) Delete(RecordingForm.PathOf(settings.DataFolder, id, startedAt));
        await using var done = new NpgsqlCommand("update recording set file_gone_at = $2 where id = any($1)", connection);
        done.Parameters.Add(new() { Value = erased.Select(one => one.Id).ToArray() });
        done.Parameters.Add(new() { Value = time.GetUtcNow().UtcDateTime });
        await done.ExecuteNonQueryAsync(cancel);
        return erased.Count;
    }

    static void Delete(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path))) return;
        File.Delete(path);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}

using System.Diagnostics;
using Centrala.Server.Database;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Host;
using Centrala.Server.Replay;
using Centrala.Server.WhatIf;
using Directory = System.IO.Directory;

namespace Centrala.Bench;

/// <summary>
/// How long until the floor of any second of a recorded day is there, checked against the chain and laid out? The worst of
/// instants spread over the day, each from the database anew.
/// </summary>
static class ReplayScrub
{
    const int Instants = 60;

    public static async Task Measure(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("centrala-replay-").FullName;
        await using (var postgres = await PrivatePostgres.Start(folder, CancellationToken.None))
        {
            await using var database = new Server.Database.Database(postgres.ConnectionString);
            await Migrations.Apply(database, Modules.All, CancellationToken.None);
            await using (var writer = await database.Writer.OpenConnectionAsync()) await new ReplayDay(writer).Record();
            await Scrub(report, database);
            await Relive(report, database);
            var started = Stopwatch.GetTimestamp();
            var verified = (await VerifyJournal.Read(database, default)).Single();
            if (verified.DecidesOtherwise is { } record) throw new InvalidOperationException($"Record {record} is decided otherwise.");
            report.Figure("replay.verified_per_second", verified.Records / Stopwatch.GetElapsedTime(started).TotalSeconds, "1/s");
        }
        Directory.Delete(folder, recursive: true);
    }

    static async Task Scrub(Report report, Server.Database.Database database)
    {
        var (dice, took) = (new Dice(3), new double[Instants]);
        await using var connection = await database.Writer.OpenConnectionAsync();
        for (var instant = 0; instant < Instants; instant++)
        {
            var at = ReplayDay.Start.AddSeconds(dice.Throw(86_400));
            var started = Stopwatch.GetTimestamp();
            var floor = await PastFloor.At(connection, Cell.Default, at, default);
            var state = FloorState.Of(floor.View(at));
            took[instant] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (state.Agents.Count == 0) throw new InvalidOperationException("The floor is empty.");
        }
        Array.Sort(took);
        report.Figure("replay.scrub_p50_seconds", took[Instants / 2], "s");
        report.Figure("replay.scrub_seconds", took[^1], "s", atMost: 1);
    }

    /// <summary>Read, lived through unchanged and compared record by record, and lived through once more.</summary>
    static async Task Relive(Report report, Server.Database.Database database)
    {
        var book = await NameBook.Read(database, ReplayDay.Start, default);
        var started = Stopwatch.GetTimestamp();
        var day = DateOnly.FromDateTime(ReplayDay.Start.UtcDateTime);
        var answer = await RelivePast.Answer(database, book, day, TimeZoneInfo.Utc, changePath: null, default);
        if (answer is not { FirstDifference: null }) throw new InvalidOperationException("The day is not the recorded one.");
        report.Note($"{answer.Records:N0} records of a day");
        report.Figure("replay.relived_day_seconds", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
    }
}

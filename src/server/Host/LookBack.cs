using System.Globalization;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Replay;

namespace Centrala.Server.Host;

/// <summary>The commands <c>explain CONTACT</c> and <c>replay [INSTANT]</c>. They change nothing.</summary>
static class LookBack
{
    public static async Task<int> Explain(Options options, CancellationToken stop)
    {
        if (options.Files is not [var text] || !Guid.TryParse(text, out var contact))
            throw new OptionsException("Name one contact by its id.");
        await using var postgres = await OpenDatabase.Of(options, stop);
        await using var database = new Database.Database(postgres.ConnectionString);
        await using var work = await database.Begin(Actor.System, stop);
        if (await ExplainContact.Of(contact, work, database, stop) is not { } found)
        {
            await Console.Error.WriteLineAsync($"centrala: There is no contact {contact}.");
            return 1;
        }
        var book = await NameBook.Read(database, DateTimeOffset.UtcNow, stop);
        foreach (var line in ExplanationText.Of(ExplanationView.Of(found.Story, book, _ => true))) Console.WriteLine(line);
        return 0;
    }

    public static Task<int> Replay(Options options, CancellationToken stop) => options.Files switch
    {
        [] => VerifyAll(options, stop),
        [var text] when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) =>
            ShowFloor(at, options, stop),
        _ => throw new OptionsException("Name one instant, like 2026-03-02T09:15:00Z, or none to replay everything."),
    };

    static async Task<int> VerifyAll(Options options, CancellationToken stop)
    {
        await using var postgres = await OpenDatabase.Of(options, stop);
        await using var database = new Database.Database(postgres.ConnectionString);
        var alike = true;
        foreach (var cell in await VerifyJournal.Read(database, stop))
        {
            alike &= cell.DecidesOtherwise is null;
            Console.WriteLine(cell.DecidesOtherwise is { } record
                ? $"Cell {cell.Cell}: {cell.Records} records as written; from record {record} on this program decides otherwise."
                : $"Cell {cell.Cell}: {cell.Records} records, as written and as decided. State {Convert.ToHexString(cell.State)}");
        }
        return alike ? 0 : 1;
    }

    static async Task<int> ShowFloor(DateTimeOffset at, Options options, CancellationToken stop)
    {
        await using var postgres = await OpenDatabase.Of(options, stop);
        await using var database = new Database.Database(postgres.ConnectionString);
        await using var connection = await database.Writer.OpenConnectionAsync(stop);
        var floor = await PastFloor.At(connection, Cell.Default, at, stop);
        var book = await NameBook.Read(database, DateTimeOffset.UtcNow, stop);
        Console.WriteLine($"Cell {Cell.Default} at {at.ToString("u", CultureInfo.InvariantCulture)}: record {floor.Sequence}, "
            + $"folded from {floor.SnapshotAt}. State {floor.State}");
        var state = FloorState.Of(floor.View(at));
        foreach (var line in FloorText.Of(state, book)) Console.WriteLine(line);
        return 0;
    }
}

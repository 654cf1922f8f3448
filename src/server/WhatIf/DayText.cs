using System.Globalization;
using Centrala.Core.Workforce.WhatIf;
using Centrala.Server.Desk;
using Centrala.Server.Workforce;

namespace Centrala.Server.WhatIf;

/// <summary>A recorded day beside the same day lived through again.</summary>
/// <param name="FirstDifference">The first record that this program decides otherwise even without a change; null: none.</param>
/// <param name="Relived">With the change; without one, the recorded day once more.</param>
sealed record DayAnswer(
    DateOnly Day, string Zone, int Records, string Chain, long? FirstDifference, DayFigures Recorded, DayFigures Relived);

/// <summary>What became of a day, for people or (as JSON) for programs.</summary>
static class DayText
{
    public static void Print(DayAnswer answer, NameBook book, bool asJson)
    {
        if (asJson) Answer.Print(Of(answer, book));
        else foreach (var line in Lines(answer, book)) Console.WriteLine(line);
    }

    static object Of(DayAnswer answer, NameBook book) => new
    {
        Day = answer.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        answer.Zone,
        answer.Records,
        answer.Chain,
        Reproduced = answer.FirstDifference is null,
        answer.FirstDifference,
        Queues = Pairs(answer).Select(pair => new
        {
            Name = book.Queue(pair.Queue).Name,
            Id = pair.Queue,
            Recorded = Figures(pair.Recorded),
            Relived = Figures(pair.Relived),
        }),
        Recorded = Figures(answer.Recorded),
        Relived = Figures(answer.Relived),
    };

    static object? Figures(QueueOfDay? queue) => queue is null ? null : new
    {
        queue.Offered,
        queue.Answered,
        queue.Left,
        queue.TurnedAway,
        queue.Open,
        MeanWaitS = queue.MeanWaitSeconds,
        queue.ServiceLevel,
    };

    static object Figures(DayFigures day) => new { day.HandlingHours, day.FreeHours, day.Occupancy };

    public static IEnumerable<string> Lines(DayAnswer answer, NameBook book)
    {
        yield return answer.FirstDifference is { } record
            ? $"Without a change this program decides otherwise from record {record} on: read the figures with care."
            : $"Without a change, all {answer.Records} records are decided as they were. Chain {answer.Chain}";
        yield return Line("queue", "offered", "answered", "left", "turned away", "mean wait s", "in time %");
        foreach (var (queue, recorded, relived) in Pairs(answer))
        {
            yield return Line(book.Queue(queue).Name, Cells(recorded));
            yield return Line("  relived", Cells(relived));
        }
        yield return Line("agents", "handling h", "free h", "occupied %");
        yield return Line("recorded", Cells(answer.Recorded));
        yield return Line("  relived", Cells(answer.Relived));
    }

    static IEnumerable<(Guid Queue, QueueOfDay? Recorded, QueueOfDay? Relived)> Pairs(DayAnswer answer)
    {
        var relived = answer.Relived.Queues.ToDictionary(queue => queue.Queue);
        return answer.Recorded.Queues.Select(queue => (queue.Queue, (QueueOfDay?)queue, relived.GetValueOrDefault(queue.Queue)));
    }

    static string[] Cells(QueueOfDay? queue) => queue is null ? [] :
    [
        Text(queue.Offered, "F0"), Text(queue.Answered, "F0"), Text(queue.Left, "F0"), Text(queue.TurnedAway, "F0"),
        Text(queue.MeanWaitSeconds, "F1"), Text(queue.ServiceLevel * 100, "F1"),
    ];

    static string[] Cells(DayFigures day) =>
        [Text(day.HandlingHours, "F1"), Text(day.FreeHours, "F1"), Text(day.Occupancy * 100, "F1")];

    static string Line(string name, params string[] cells) => $"{name,-24}" + string.Concat(cells.Select(cell => $"{cell,13}"));

    static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Schedules.Covering;

namespace Centrala.Server.Workforce;

/// <summary>
/// Reads how many people each slot wants and by which shifts they can come: a JSON object with <c>required</c> and either
/// <c>shifts</c> (id, slots, paid) or a <c>tour_rule</c> for a cyclic week.
/// </summary>
static partial class CoveringFile
{
    public static bool Fits(string text) => text.AsSpan().TrimStart().StartsWith("{");

    /// <exception cref="UnreadableInputException">It is no such object.</exception>
    public static CoveringProblem Read(string text)
    {
        try
        {
            using var file = JsonDocument.Parse(text);
            int[] required = [.. Member(file.RootElement, "required").EnumerateArray().Select(one => one.GetInt32())];
            if (required.Length is 0 or > CoveringProblem.SlotsMax || required.Any(need => need < 0))
                throw new UnreadableInputException($"\"required\" should be 1 to {CoveringProblem.SlotsMax} numbers, none negative.");
            Tour[] tours = file.RootElement.TryGetProperty("shifts", out var shifts)
                ? [.. shifts.EnumerateArray().Select(shift => Shift(shift, required.Length))]
                : Week(Member(file.RootElement, "tour_rule").GetString() ?? "", required.Length);
            return tours.Length is > 0 and <= CoveringProblem.ToursMax && tours.DistinctBy(tour => tour.Id).Count() == tours.Length
                ? new(required, tours)
                : throw new UnreadableInputException($"1 to {CoveringProblem.ToursMax} shifts with ids of their own were expected.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw new UnreadableInputException($"this is no covering problem: {wrong.Message}");
        }
    }

    /// <summary>Reads rows of <c>id,count</c>.</summary>
    public static int[] ReadPlan(string text, CoveringProblem problem)
    {
        var numbers = problem.Tours.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        var counts = new int[problem.Tours.Count];
        foreach (var (row, line) in text.Split('\n').Index())
        {
            if (line.Trim() is not { Length: > 0 } filled) continue;
            counts[filled.Split(',') is [var id, var count] && numbers.TryGetValue(id.Trim(), out var tour)
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var people)
                ? tour : throw new UnreadableInputException(row + 1, "a shift of the problem and a number were expected, like P0,4.")] += people;
        }
        return counts;
    }

    static Tour Shift(JsonElement shift, int slots)
    {
        var tour = new Tour(Member(shift, "id").GetString() ?? "",
            [.. Member(shift, "slots").EnumerateArray().Select(slot => slot.GetInt32()).Distinct()], Member(shift, "paid").GetInt32());
        return tour.Cost > 0 && tour.Slots.All(slot => slot >= 0 && slot < slots) ? tour
            : throw new UnreadableInputException($"shift {tour.Id} should be paid and lie within the {slots} slots.");
    }

    /// <summary>A tour for each start and each pair of days off, as the rule describes; each costs one person.</summary>
    static Tour[] Week(string text, int slots)
    {
        if (Rule().Match(text) is not { Success: true } rule)
            throw new UnreadableInputException("\"tour_rule\" should be like: "
                + "slot = (day*48+start+k) mod 336, k=0..16 without 8, days off off and off+1 mod 7.");
        int Part(string name) => int.Parse(rule.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (day, week, last, pause, days) = (Part("day"), Part("week"), Part("last"), Part("pause"), Part("days"));
        if (week != slots || day * days != week) throw new UnreadableInputException($"the rule's week should have {slots} slots.");
        return
        [
            .. from off in Enumerable.Range(0, days)
               from start in Enumerable.Range(0, day)
               select new Tour($"off{off}start{start}",
               [
                   .. from work in Enumerable.Range(0, days)
                      where work != off && work != (off + 1) % days
                      from k in Enumerable.Range(0, last + 1)
                      where k != pause
                      select (work * day + start + k) % week,
               ], 1),
        ];
    }

    static JsonElement Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) ? member
        : throw new UnreadableInputException($"\"{name}\" is missing.");

    [GeneratedRegex(@"day\*(?<day>\d{1,4})\+start\+k\) mod (?<week>\d{1,5}), k=0\.\.(?<last>\d{1,4}) "
        + @"without (?<pause>\d{1,4}), days off off and off\+1 mod (?<days>\d)\b")]
    private static partial Regex Rule();
}

using System.Globalization;

namespace Centrala.Core.Workforce.Schedules;

/// <summary>Reads the text format of the public shift-scheduling instances. Source: docs/sources.md#shift-scheduling.</summary>
public static class BenchmarkFormat
{
    static readonly string[] sections =
    [
        "SECTION_HORIZON", "SECTION_SHIFTS", "SECTION_STAFF", "SECTION_DAYS_OFF",
        "SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS", "SECTION_COVER",
    ];

    sealed record Row(int Line, string[] Cells)
    {
        public int Whole(int cell, int max = int.MaxValue) =>
            int.TryParse(Cells[cell], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= max ? value
            : throw new UnreadableInputException(Line, $"\"{Cells[cell]}\" should be a whole number from 0 to {max}.");

        public int Of(Dictionary<string, int> known, string text) => known.TryGetValue(text, out var number) ? number
            : throw new UnreadableInputException(Line, $"\"{text}\" was not declared above.");
    }

    public static bool Fits(string text) => text.Contains(sections[0], StringComparison.Ordinal);

    /// <exception cref="UnreadableInputException">A line is not what its section asks for.</exception>
    public static SchedulingProblem Read(string text)
    {
        var rows = Sections(text);
        var days = rows[sections[0]] is [var horizon] ? horizon.Whole(0, SchedulingProblem.DaysMax)
            : throw new UnreadableInputException("SECTION_HORIZON should hold one number of days.");
        var shiftNumbers = Numbers(rows["SECTION_SHIFTS"], SchedulingProblem.ShiftsMax);
        var staffNumbers = Numbers(rows["SECTION_STAFF"], SchedulingProblem.StaffMax);
        if (days == 0 || shiftNumbers.Count == 0 || staffNumbers.Count == 0)
            throw new UnreadableInputException("at least one day, one shift and one person were expected.");
        var daysOff = rows["SECTION_DAYS_OFF"].ToLookup(row => row.Of(staffNumbers, row.Cells[0]));

        return new(
            days,
            [.. rows["SECTION_SHIFTS"].Select(row => Shift(row, shiftNumbers))],
            [
                .. rows["SECTION_STAFF"].Select((row, number) => Person(row, shiftNumbers) with
                {
                    DaysOff = daysOff[number].SelectMany(off => Enumerable.Range(1, off.Cells.Length - 1)
                        .Select(cell => off.Whole(cell, days - 1))).ToHashSet(),
                }),
            ],
            [
                .. rows["SECTION_SHIFT_ON_REQUESTS"].Select(row => Request(row, on: true)),
                .. rows["SECTION_SHIFT_OFF_REQUESTS"].Select(row => Request(row, on: false)),
            ],
            [.. rows["SECTION_COVER"].Select(Cover)]);

        ShiftRequest Request(Row row, bool on) => new(row.Of(staffNumbers, row.Cells[0]), row.Whole(1, days - 1),
            row.Of(shiftNumbers, row.Cells[2]), row.Whole(3), on);

        CoverLine Cover(Row row) => new($"day {row.Cells[0]} {row.Cells[1]}", row.Whole(0, days - 1),
            [row.Of(shiftNumbers, row.Cells[1])], row.Whole(2), row.Whole(3), row.Whole(4));
    }

    static ShiftType Shift(Row row, Dictionary<string, int> shifts) => new(row.Cells[0], row.Whole(1),
        row.Cells[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => row.Of(shifts, id)).ToHashSet());

    static Employee Person(Row row, Dictionary<string, int> shifts)
    {
        var most = new int[shifts.Count];
        foreach (var limit in row.Cells[1].Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = limit.Split('=');
            most[row.Of(shifts, parts[0])] = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None,
                CultureInfo.InvariantCulture, out var count) ? count
                : throw new UnreadableInputException(row.Line, $"\"{limit}\" should be a shift and how often, like E=14.");
        }
        return new(row.Cells[0], most, row.Whole(2), row.Whole(3), row.Whole(4), row.Whole(5), row.Whole(6), row.Whole(7),
            new HashSet<int>());
    }

    static Dictionary<string, int> Numbers(List<Row> rows, int max)
    {
        if (rows.Count > max) throw new UnreadableInputException(rows[max].Line, $"at most {max} are allowed here.");
        Dictionary<string, int> numbers = [];
        foreach (var row in rows)
            if (!numbers.TryAdd(row.Cells[0], numbers.Count))
                throw new UnreadableInputException(row.Line, $"\"{row.Cells[0]}\" is declared twice.");
        return numbers;
    }

    static Dictionary<string, List<Row>> Sections(string text)
    {
        int[] cells = [1, 3, 8, 2, 4, 4, 5];
        var rows = sections.ToDictionary(name => name, _ => new List<Row>());
        string? section = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (rows.ContainsKey(line))
            {
                section = line;
                continue;
            }
            if (section is null) throw new UnreadableInputException(number, "a file begins with SECTION_HORIZON.");
            var row = new Row(number, [.. line.Split(',').Select(cell => cell.Trim())]);
            var wanted = cells[Array.IndexOf(sections, section)];
            if (row.Cells.Length < wanted)
                throw new UnreadableInputException(number, $"{section} wants {wanted} values separated by commas.");
            rows[section].Add(row);
        }
        return rows;
    }
}

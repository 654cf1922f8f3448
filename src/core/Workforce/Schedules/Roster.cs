using System.Text;

namespace Centrala.Core.Workforce.Schedules;

/// <summary>Who works which shift on which day: a row a person, a column a day.</summary>
public sealed class Roster
{
    /// <summary>The value of a day without a shift.</summary>
    public const int Off = -1;

    readonly int[] shifts;

    public Roster(int staff, int days)
    {
        (Staff, Days) = (staff, days);
        shifts = new int[staff * days];
        Array.Fill(shifts, Off);
    }

    Roster(Roster other)
    {
        (Staff, Days) = (other.Staff, other.Days);
        shifts = [.. other.shifts];
    }

    public int Staff { get; }

    public int Days { get; }

    /// <returns>The number of the shift, or <see cref="Off"/>.</returns>
    public int this[int employee, int day]
    {
        get => shifts[employee * Days + day];
        set => shifts[employee * Days + day] = value;
    }

    public Roster Copy() => new(this);

    /// <summary>How many days differ from another roster of the same people and days.</summary>
    public int Differences(Roster other) => shifts.Zip(other.shifts).Count(pair => pair.First != pair.Second);

    /// <summary>Reads rows of <c>id,shift,shift,…</c>, empty where the day is off, in any order of people.</summary>
    /// <exception cref="UnreadableInputException">A row or a cell means nothing, or somebody is missing.</exception>
    public static Roster Read(string text, SchedulingProblem problem)
    {
        var roster = new Roster(problem.Staff.Count, problem.Days);
        var employees = Numbers(problem.Staff.Select(employee => employee.Id));
        var shifts = Numbers(problem.Shifts.Select(shift => shift.Id));
        var row = 0;
        foreach (var line in text.Split('\n'))
        {
            row++;
            if (line.Trim() is not { Length: > 0 } filled) continue;
            var cells = filled.Split(',');
            if (!employees.Remove(cells[0].Trim(), out var employee))
                throw new UnreadableInputException(row, $"\"{cells[0]}\" is nobody in the problem, or stands here twice.");
            if (cells.Length != problem.Days + 1)
                throw new UnreadableInputException(row, $"a row has {problem.Days} days, not {cells.Length - 1}.");
            for (var day = 0; day < problem.Days; day++)
                if (cells[day + 1].Trim() is { Length: > 0 } id)
                    roster[employee, day] = shifts.TryGetValue(id, out var shift) ? shift
                        : throw new UnreadableInputException(row, $"day {day} has \"{id}\", which is no shift.");
        }
        return employees.Count == 0 ? roster
            : throw new UnreadableInputException(row, $"a row for {string.Join(", ", employees.Keys)} was expected.");
    }

    /// <returns>The text that <see cref="Read"/> reads.</returns>
    public string Write(SchedulingProblem problem)
    {
        var text = new StringBuilder();
        for (var employee = 0; employee < Staff; employee++)
        {
            text.Append(problem.Staff[employee].Id);
            for (var day = 0; day < Days; day++)
                text.Append(',').Append(this[employee, day] is var shift and not Off ? problem.Shifts[shift].Id : "");
            text.Append('\n');
        }
        return text.ToString();
    }

    static Dictionary<string, int> Numbers(IEnumerable<string> ids) =>
        ids.Select((id, number) => (id, number)).ToDictionary(pair => pair.id, pair => pair.number);
}

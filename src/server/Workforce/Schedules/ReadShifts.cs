using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Timetables;
using Centrala.Server.Workforce.Scenarios;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>The shift templates of a plan, each held to the law.</summary>
/// <param name="stepMinutes">Everything begins and ends on a step.</param>
sealed class ReadShifts(int stepMinutes, LabourLaw law)
{
    public (IReadOnlyList<ShiftTemplate> Templates, IReadOnlyList<ShiftType> Types) From(Entry list)
    {
        var read = list.List(1).Select(Shift).ToArray();
        if (read.Length > SchedulingProblem.ShiftsMax) throw list.Expected($"at most {SchedulingProblem.ShiftsMax} shifts");
        if (read.DistinctBy(one => one.Template.Id).Count() < read.Length) throw list.Expected("a name of its own for each shift");
        return ([.. read.Select(one => one.Template)], [.. read.Select(one => Type(one.Template, one.Burden))]);

        ShiftType Type(ShiftTemplate shift, int burden) => new(shift.Id, shift.WorkMinutes,
            read.Index().Where(next => 1440 + next.Item.Template.StartMinute - shift.EndMinute < law.Rest)
                .Select(next => next.Index).ToHashSet(),
            shift.StartMinute, shift.EndMinute, burden);
    }

    /// <summary>A time of the plan's own grain.</summary>
    public int Minutes(Entry entry, bool mayBeZero = false) => OnStep(entry, (int)entry.Time(mayBeZero).TotalMinutes);

    public int Clock(Entry entry) => OnStep(entry, entry.Clock());

    (ShiftTemplate Template, int Burden) Shift(Entry entry)
    {
        var fields = entry.Fields("name", "start", "end", "breaks", "burden");
        var (start, end) = (Clock(fields.Needed("start")), Clock(fields.Needed("end")));
        if (end <= start) end += 1440;
        var shift = new ShiftTemplate(Name(fields.Needed("name")), start, end - start,
            [.. (fields["breaks"]?.List() ?? []).Select(one => Break(one, end - start))]);
        if (shift.Breaks.DistinctBy(one => one.Name).Count() < shift.Breaks.Count)
            throw fields["breaks"]!.Expected("a name of its own for each break");
        if (law.Forbids(shift) is { } forbidden) throw entry.Expected(forbidden);
        return (shift, fields["burden"]?.Whole(0, 100) ?? 0);
    }

    BreakRule Break(Entry entry, int lengthMinutes)
    {
        var fields = entry.Fields("name", "length", "from", "to", "paid");
        var rule = new BreakRule(Name(fields.Needed("name")), Minutes(fields.Needed("length")), fields["paid"]?.Flag() ?? true,
            Minutes(fields.Needed("from"), mayBeZero: true), Minutes(fields.Needed("to"), mayBeZero: true));
        if (rule.EarliestMinute > rule.LatestMinute) throw fields.Needed("to").Expected("a time that is not before “from”");
        return rule.LatestMinute + rule.Minutes <= lengthMinutes ? rule
            : throw fields.Needed("to").Expected("a begin of the break that leaves it within its shift");
    }

    /// <summary>Names stand between commas and colons in rosters and orders.</summary>
    public static string Name(Entry entry) => entry.Text() is var name && name.AsSpan().IndexOfAny(",:") < 0 ? name
        : throw entry.Expected("a name without commas and colons");

    int OnStep(Entry entry, int minutes) => minutes % stepMinutes == 0 ? minutes
        : throw entry.Expected($"a time in steps of {stepMinutes} minutes");
}

namespace Centrala.Core.Workforce.Schedules.Timetables;

/// <summary>Places breaks and trainings, each where it is missed least, and again until none has a better place.</summary>
sealed class PlaceActivities
{
    const int RoundsMax = 10;

    readonly WorkPlan plan;
    readonly List<Stay> stays = [];
    readonly List<(string Training, int Employee)> untrained = [];

    /// <summary>One person's shift on one day, with what interrupts it.</summary>
    sealed record Stay(int Employee, int Day, ShiftTemplate Shift, int From, int To)
    {
        public List<Activity> Activities { get; } = [];

        public bool IsFree(int from, int to) => from >= From && to <= To && !Activities.Any(one => one.From < to && from < one.To);
    }

    public PlaceActivities(WorkPlan plan, Roster roster)
    {
        this.plan = plan;
        Floor = new(plan);
        for (var employee = 0; employee < roster.Staff; employee++)
            for (var day = 0; day < roster.Days; day++)
            {
                if (roster[employee, day] == Roster.Off) continue;
                var (from, to) = plan.StepsOf(roster[employee, day], day);
                stays.Add(new(employee, day, plan.Templates[roster[employee, day]], from, to));
                Floor.Come(employee, from, to);
            }
    }

    public Floor Floor { get; }

    public IReadOnlyList<Activity> Activities =>
        [.. stays.SelectMany(stay => stay.Activities.OrderBy(one => one.From))];

    public IReadOnlyList<(string Training, int Employee)> Untrained => untrained;

    public void Place()
    {
        foreach (var stay in stays.OrderBy(stay => stay.From))
            foreach (var rule in stay.Shift.Breaks)
                if (BestStart(stay, rule) is { } start) Put(stay, rule.Name, start, start + rule.Minutes / plan.StepMinutes);
        Improve();
        foreach (var training in plan.Trainings)
            foreach (var trainee in training.Trainees) Train(training, trainee);
        Improve();
    }

    void Improve()
    {
        for (var (round, moved) = (0, true); moved && round < RoundsMax; round++)
        {
            moved = false;
            foreach (var stay in stays)
                foreach (var rule in stay.Shift.Breaks) moved |= Move(stay, rule);
        }
    }

    bool Move(Stay stay, BreakRule rule)
    {
        if (stay.Activities.Find(one => one.Name == rule.Name) is not { } placed) return false;
        stay.Activities.Remove(placed);
        Floor.Come(stay.Employee, placed.From, placed.To);
        var steps = placed.To - placed.From;
        var start = BestStart(stay, rule)!.Value;
        var better = Floor.Loss(stay.Employee, start, start + steps) < Floor.Loss(stay.Employee, placed.From, placed.To) - 1e-9;
        if (!better) start = placed.From;
        Put(stay, rule.Name, start, start + steps);
        return better;
    }

    int? BestStart(Stay stay, BreakRule rule) => BestStart(
        stay, stay.From + rule.EarliestMinute / plan.StepMinutes, stay.From + rule.LatestMinute / plan.StepMinutes,
        rule.Minutes / plan.StepMinutes)?.Start;

    /// <returns>Null when no place is free; a shift that ends beyond the last day has those before it only.</returns>
    (int Start, double Loss)? BestStart(Stay stay, int earliest, int latest, int steps)
    {
        (int Start, double Loss)? best = null;
        for (var start = earliest; start <= latest; start++)
        {
            if (!stay.IsFree(start, start + steps)) continue;
            var loss = Floor.Loss(stay.Employee, start, start + steps);
            if (best is null || loss < best.Value.Loss - 1e-9) best = (start, loss);
        }
        return best;
    }

    void Train(Training training, int trainee)
    {
        var steps = training.Minutes / plan.StepMinutes;
        var places = stays.Where(stay => stay.Employee == trainee && stay.Day >= training.FirstDay && stay.Day <= training.LastDay)
            .Select(stay => (stay, Best: BestStart(stay, stay.From, stay.To - steps, steps))).Where(place => place.Best is not null);
        var (found, best) = places.OrderBy(place => place.Best!.Value.Loss).FirstOrDefault();
        if (best is { } chosen) Put(found, training.Name, chosen.Start, chosen.Start + steps);
        else untrained.Add((training.Name, trainee));
    }

    void Put(Stay stay, string name, int from, int to)
    {
        stay.Activities.Add(new(stay.Employee, stay.Day, name, from, to));
        Floor.Go(stay.Employee, from, to);
    }
}

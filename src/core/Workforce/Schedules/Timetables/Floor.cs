namespace Centrala.Core.Workforce.Schedules.Timetables;

/// <summary>Who is there, counted step by step for each set of needs.</summary>
sealed class Floor
{
    /// <summary>What is lost where somebody goes who is missed, beside whom nobody misses.</summary>
    const double Missed = 1_000;

    readonly WorkPlan plan;
    readonly int[][] setsOf;
    readonly int[] spare;

    public Floor(WorkPlan plan)
    {
        this.plan = plan;
        Sets = new(plan);
        var groups = plan.Problem.Staff.Max(person => person.Group) + 1;
        setsOf = [.. Enumerable.Range(0, groups).Select(group => Sets.All.Index()
            .Where(pair => pair.Item.Groups.Contains(group)).Select(pair => pair.Index).ToArray())];
        spare = new int[Sets.All.Count * plan.Steps];
        for (var set = 0; set < Sets.All.Count; set++)
            for (var step = 0; step < plan.Steps; step++) spare[set * plan.Steps + step] = -Sets.Required(Sets.All[set], step);
    }

    public NeedSets Sets { get; }

    /// <summary>More people than needed; fewer when negative.</summary>
    public int Spare(int set, int step) => spare[set * plan.Steps + step];

    public void Come(int employee, int from, int to) => Change(employee, from, to, 1);

    public void Go(int employee, int from, int to) => Change(employee, from, to, -1);

    /// <summary>How bad it is when somebody goes for these steps: worst where people are missing, least where most are to spare.</summary>
    public double Loss(int employee, int from, int to)
    {
        var loss = 0.0;
        foreach (var set in setsOf[plan.Problem.Staff[employee].Group])
            for (var step = from; step < Math.Min(to, plan.Steps); step++)
                loss += Loss(Spare(set, step));
        return loss;

        static double Loss(int left) => left > 0 ? 1.0 / left - 1.0 / (left + 1) : Missed + Math.Min(-left, Missed);
    }

    void Change(int employee, int from, int to, int by)
    {
        foreach (var set in setsOf[plan.Problem.Staff[employee].Group])
            for (var step = from; step < Math.Min(to, plan.Steps); step++) spare[set * plan.Steps + step] += by;
    }
}

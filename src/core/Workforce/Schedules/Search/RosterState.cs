namespace Centrala.Core.Workforce.Schedules.Search;

/// <summary>
/// A roster under change, with what it costs kept in step: proposed changes are counted at once, and then kept or taken back.
/// </summary>
/// <remarks>A cell is a person's day; its value is 0 for off, else the shift's number + 1.</remarks>
sealed class RosterState
{
    readonly SchedulingProblem problem;
    readonly RowRules rules;
    readonly int[] wishes;
    readonly int[]? burdens;
    readonly long[] borne;
    readonly int[][] linesOf;
    readonly int[] required, under, over, present;
    readonly int[] points;
    readonly int[] changed;
    readonly byte[] former;
    int changes;

    /// <param name="near">A roster to stay near: each cell that differs costs <paramref name="changeCost"/>. Null: none.</param>
    /// <param name="firstOpenDay">Days before it stay as they are in <paramref name="near"/>.</param>
    public RosterState(SchedulingProblem problem, Roster? near, int changeCost, int firstOpenDay)
    {
        this.problem = problem;
        rules = new(problem);
        (Staff, Days, Values) = (problem.Staff.Count, problem.Days, problem.Shifts.Count + 1);
        Cells = new byte[Staff * Days];
        wishes = new int[Cells.Length * Values];
        burdens = problem.FairnessWeight > 0 ? new int[wishes.Length] : null;
        borne = new long[Staff];
        Choices = new byte[Cells.Length][];
        linesOf = new int[Groups * Days * Values][];
        required = [.. problem.Cover.Select(line => line.Required)];
        under = [.. problem.Cover.Select(line => line.UnderWeight)];
        over = [.. problem.Cover.Select(line => line.OverWeight)];
        present = new int[required.Length];
        points = new int[Staff];
        changed = new int[Cells.Length];
        former = new byte[Cells.Length];
        CompileChoices(near, firstOpenDay);
        CompileWishes(near, changeCost);
        CompileLines();
        Restart(near);
    }

    public int Staff { get; }

    public int Days { get; }

    public int Values { get; }

    public byte[] Cells { get; }

    /// <summary>By cell: the values it can have, off first.</summary>
    public byte[][] Choices { get; }

    /// <summary>Cover and wishes; what the evaluator calls the penalty, and what changes from the former roster cost.</summary>
    public long Soft { get; private set; }

    /// <summary>Points of broken rules (<see cref="RowRules"/>); 0 is feasible.</summary>
    public long Hard { get; private set; }

    /// <summary>By how much the proposed changes would raise <see cref="Soft"/>.</summary>
    public long Proposed { get; private set; }

    int Groups => problem.Staff.Max(employee => employee.Group) + 1;

    /// <summary>Begins with a roster, or with everybody off; what somebody cannot work is left out.</summary>
    public void Restart(Roster? roster)
    {
        Array.Clear(Cells);
        Array.Clear(present);
        Soft = required.Select((need, line) => Cost(line, 0)).Sum();
        for (var cell = 0; cell < Cells.Length; cell++) Soft += wishes[cell * Values];
        Soft += NobodyWorks();
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var wanted = roster is null ? 0 : roster[cell / Days, cell % Days] + 1;
            Propose(cell, Can(cell, wanted) ? wanted : Choices[cell][0]);
        }
        Keep();
        Hard = 0;
        for (var employee = 0; employee < Staff; employee++) Hard += points[employee] = PointsOf(employee);
    }

    public bool Can(int cell, int value) => wishes[cell * Values + value] != Impossible;

    const int Impossible = int.MaxValue;

    /// <summary>Sets a cell for now; the caller weighs the row, then keeps or takes back everything proposed.</summary>
    public void Propose(int cell, int value)
    {
        int now = Cells[cell];
        if (now == value) return;
        (changed[changes], former[changes++]) = (cell, (byte)now);
        Proposed += wishes[cell * Values + value] - wishes[cell * Values + now];
        Proposed += Move(cell, now, value);
        if (burdens is not null) Proposed += Bear(cell, now, value);
        Cells[cell] = (byte)value;
    }

    /// <summary>Whether anything differs since the last keeping or taking back.</summary>
    public bool Differs => changes > 0;

    public int PointsNow(int employee) => points[employee];

    public int PointsOf(int employee) => rules.Points(employee, Cells.AsSpan(employee * Days, Days));

    /// <summary>Counts the points of a row anew, as part of what is about to be kept.</summary>
    public void Weigh(int employee)
    {
        var now = PointsOf(employee);
        Hard += now - points[employee];
        points[employee] = now;
    }

    public void Keep()
    {
        Soft += Proposed;
        (Proposed, changes) = (0, 0);
    }

    public void TakeBack()
    {
        while (changes > 0)
        {
            var (cell, value) = (changed[--changes], former[changes]);
            Move(cell, Cells[cell], value);
            if (burdens is not null) Bear(cell, Cells[cell], value);
            Cells[cell] = value;
        }
        Proposed = 0;
    }

    public Roster ToRoster() => ToRoster(Cells);

    public Roster ToRoster(byte[] cells)
    {
        var roster = new Roster(Staff, Days);
        for (var cell = 0; cell < cells.Length; cell++) roster[cell / Days, cell % Days] = cells[cell] - 1;
        return roster;
    }

    long Move(int cell, int from, int to)
    {
        var place = (problem.Staff[cell / Days].Group * Days + cell % Days) * Values;
        long difference = 0;
        foreach (var line in linesOf[place + from])
            difference += present[line]-- > required[line] ? -over[line] : under[line];
        foreach (var line in linesOf[place + to])
            difference += present[line]++ < required[line] ? -under[line] : over[line];
        return difference;
    }

    /// <summary>What somebody bears grows by the difference, and its square costs.</summary>
    long Bear(int cell, int from, int to)
    {
        var more = burdens![cell * Values + to] - burdens[cell * Values + from];
        ref var burden = ref borne[cell / Days];
        var cost = problem.FairnessWeight * more * (2 * burden + more);
        burden += more;
        return cost;
    }

    /// <returns>What the burdens of days off cost.</returns>
    long NobodyWorks()
    {
        Array.Clear(borne);
        if (burdens is null) return 0;
        for (var cell = 0; cell < Cells.Length; cell++) borne[cell / Days] += burdens[cell * Values];
        return borne.Sum(burden => problem.FairnessWeight * burden * burden);
    }

    long Cost(int line, int people) => problem.Cover[line].Cost(people);

    void CompileChoices(Roster? near, int firstOpenDay)
    {
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var (employee, day) = (problem.Staff[cell / Days], cell % Days);
            var off = employee.DaysOff.Contains(day);
            Choices[cell] = day < firstOpenDay ? [(byte)(near![cell / Days, day] + 1)] :
            [
                0, .. Enumerable.Range(1, Values - 1).Where(value => !off && employee.MaxShifts[value - 1] > 0).Select(value => (byte)value),
            ];
        }
    }

    void CompileWishes(Roster? near, int changeCost)
    {
        foreach (var request in problem.Requests)
        {
            var cell = request.Employee * Days + request.Day;
            for (var value = 0; value < Values; value++)
                if (value == request.Shift + 1 != request.On) wishes[cell * Values + value] += request.Weight;
        }
        if (burdens is not null) CompileBurdens(burdens);
        for (var place = 0; place < wishes.Length; place++)
            if (place % Values > 0) wishes[place] += problem.Staff[place / Values / Days].Pay?[place % Values - 1] ?? 0;
        for (var cell = 0; cell < Cells.Length; cell++)
            for (var value = 0; value < Values; value++)
                if (Array.IndexOf(Choices[cell], (byte)value) < 0) wishes[cell * Values + value] = Impossible;
                else if (near is not null && near[cell / Days, cell % Days] != value - 1) wishes[cell * Values + value] += changeCost;
    }

    /// <summary>So far the wishes alone stand in their table.</summary>
    void CompileBurdens(int[] table)
    {
        wishes.CopyTo(table, 0);
        for (var place = 0; place < table.Length; place++)
            if (place % Values > 0) table[place] += problem.Shifts[place % Values - 1].Burden;
    }

    void CompileLines()
    {
        Array.Fill(linesOf, []);
        for (var line = 0; line < required.Length; line++)
            for (var group = 0; group < Groups; group++)
                if (problem.Cover[line] is var cover && cover.Groups?.Contains(group) != false)
                {
                    CompileLine(line, group, cover.Day, cover.Shifts);
                    if (cover.Day > 0) CompileLine(line, group, cover.Day - 1, cover.ShiftsBefore ?? []);
                }
    }

    void CompileLine(int line, int group, int day, IReadOnlyList<int> shifts)
    {
        foreach (var shift in shifts)
        {
            ref var lines = ref linesOf[(group * Days + day) * Values + shift + 1];
            lines = [.. lines, line];
        }
    }
}

namespace Centrala.Core.Workforce.Schedules.Search;

/// <summary>
/// Searches for a good roster by annealing over large neighbourhoods: stretches of days change, or change hands between two
/// people. One step is a number of moves at a temperature; who calls decides how long and how hot (<see cref="Cooling"/>).
/// </summary>
/// <remarks>Pure and single-threaded: the same seed and steps give the same roster.</remarks>
public sealed class RosterSearch
{
    const int StretchMax = 7;

    readonly RosterState state;
    SearchDice dice;
    byte[]? best;
    double hardWeight = 10;

    /// <param name="near">A roster to begin with and to stay near; null: none.</param>
    /// <param name="changeCost">What each cell costs that differs from <paramref name="near"/>; ≥ 0.</param>
    /// <param name="firstOpenDay">Days before it stay as <paramref name="near"/> has them.</param>
    public RosterSearch(SchedulingProblem problem, ulong seed, Roster? near = null, int changeCost = 0, int firstOpenDay = 0)
    {
        Problem = problem;
        state = new(problem, near, changeCost, near is null ? 0 : firstOpenDay);
        dice = new(seed);
        Remember();
    }

    public SchedulingProblem Problem { get; }

    /// <summary>The best roster that breaks no rule; null while none was found.</summary>
    public Roster? Best => best is null ? null : state.ToRoster(best);

    /// <summary>What <see cref="Best"/> costs, changes included; without one, no more than a large number.</summary>
    public long BestPenalty { get; private set; } = long.MaxValue;

    /// <summary>The roster under change: what is nearest to a plan while there is no feasible one.</summary>
    public Roster Current => state.ToRoster();

    /// <summary>Goes on from the best roster so far.</summary>
    public void ReturnToBest()
    {
        if (Best is { } roster) state.Restart(roster);
    }

    /// <summary>Tries a number of moves.</summary>
    /// <param name="temperature">A move that costs this much more is taken with probability 1/e; > 0.</param>
    /// <param name="hardWeight">What a point of a broken rule costs; a broken rule is ten points.</param>
    public void Step(int moves, double temperature, double hardWeight)
    {
        this.hardWeight = hardWeight;
        for (var move = 0; move < moves; move++) Try(-temperature * Math.Log(dice.Share()));
    }

    /// <param name="worse">By how much more it may cost.</param>
    void Try(double worse)
    {
        var kind = dice.Below(16);
        var one = dice.Below(state.Staff);
        var other = one;
        var possible = kind switch
        {
            < 4 => ChangeDay(one),
            < 7 => ChangeStretch(one),
            < 10 => ExchangeDays(one),
            _ => ExchangeStretch(one, other = Another(one)),
        };
        if (!possible || !state.Differs || !Worthwhile(one, other, worse)) state.TakeBack();
        else
        {
            state.Weigh(one);
            if (other != one) state.Weigh(other);
            state.Keep();
            Remember();
        }
    }

    /// <summary>Looks at the cheap half first: rows that are whole now cannot become better.</summary>
    bool Worthwhile(int one, int other, double worse)
    {
        var before = state.PointsNow(one) + (other == one ? 0 : state.PointsNow(other));
        var room = worse - state.Proposed + hardWeight * before;
        if (room < 0) return false;
        room -= hardWeight * state.PointsOf(one);
        if (room < 0 || other == one) return room >= 0;
        return room - hardWeight * state.PointsOf(other) >= 0;
    }

    void Remember()
    {
        if (state.Hard > 0 || state.Soft >= BestPenalty) return;
        BestPenalty = state.Soft;
        best ??= new byte[state.Cells.Length];
        state.Cells.CopyTo(best, 0);
    }

    bool ChangeDay(int employee)
    {
        var cell = employee * state.Days + dice.Below(state.Days);
        var choices = state.Choices[cell];
        state.Propose(cell, choices[dice.Below(choices.Length)]);
        return true;
    }

    bool ChangeStretch(int employee)
    {
        var (first, last) = Stretch();
        var choices = state.Choices[employee * state.Days + first];
        var value = choices[dice.Below(choices.Length)];
        for (var day = first; day <= last; day++)
        {
            var cell = employee * state.Days + day;
            if (!state.Can(cell, value)) return false;
            state.Propose(cell, value);
        }
        return true;
    }

    /// <summary>Two stretches of one person's days change places.</summary>
    bool ExchangeDays(int employee)
    {
        var (first, last) = Stretch();
        var length = last - first + 1;
        var second = dice.Below(state.Days - length + 1);
        if (Math.Abs(second - first) < length) return false;
        for (var day = 0; day < length; day++)
            if (!Exchange(employee * state.Days + first + day, employee * state.Days + second + day)) return false;
        return true;
    }

    /// <summary>Two people exchange a stretch of days.</summary>
    bool ExchangeStretch(int one, int other)
    {
        var (first, last) = Stretch();
        for (var day = first; day <= last; day++)
            if (!Exchange(one * state.Days + day, other * state.Days + day)) return false;
        return true;
    }

    bool Exchange(int one, int other)
    {
        var (left, right) = (state.Cells[one], state.Cells[other]);
        if (left == right) return true;
        if (!state.Can(one, right) || !state.Can(other, left)) return false;
        state.Propose(one, right);
        state.Propose(other, left);
        return true;
    }

    int Another(int employee)
    {
        if (state.Staff == 1) return employee;
        var other = dice.Below(state.Staff - 1);
        return other < employee ? other : other + 1;
    }

    (int First, int Last) Stretch()
    {
        var first = dice.Below(state.Days);
        return (first, Math.Min(state.Days - 1, first + dice.Below(StretchMax)));
    }
}

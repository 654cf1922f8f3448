namespace Centrala.Core.Workforce.Schedules.Search;

/// <summary>
/// How hot a search is as its time passes: rounds from hot to cold, the first one short, so that there is soon a fair plan; the
/// next ones longer and longer until one has moves enough for the problem's size. Longer ones gain less than another round does.
/// </summary>
/// <param name="scale">What a missing person costs for a whole shift, typically.</param>
public sealed class Cooling(RosterSearch search, double scale)
{
    const double FirstRound = 0.05;
    const double Growth = 3;
    const long MovesPerCell = 80_000;

    const double Hottest = 1, Coldest = 0.01;
    const double SoftestRules = 0.1, HardestRules = 0.5;

    long moved;
    double begin, end = FirstRound;

    /// <summary>Searches a little.</summary>
    /// <param name="progress">Share of the time that has passed, in [0, 1]; never less than before.</param>
    public void Step(int moves, double progress)
    {
        if (progress >= end) NextRound(progress);
        var share = (progress - begin) / (end - begin);
        search.Step(moves, scale * Between(Hottest, Coldest, share), scale * Between(SoftestRules, HardestRules, share));
        moved += moves;
    }

    /// <summary>The usual scale of a problem: what a shift that nobody works leaves missing, all its lines together.</summary>
    public static double Scale(SchedulingProblem problem)
    {
        var missing = new long[problem.Days, problem.Shifts.Count];
        foreach (var line in problem.Cover)
        {
            foreach (var shift in line.Shifts) missing[line.Day, shift] += line.UnderWeight;
            foreach (var shift in line.ShiftsBefore ?? []) if (line.Day > 0) missing[line.Day - 1, shift] += line.UnderWeight;
        }
        var weights = missing.Cast<long>().Where(weight => weight > 0).Order().ToArray();
        return weights.Length == 0 ? 1 : weights[weights.Length / 2];
    }

    void NextRound(double progress)
    {
        search.ReturnToBest();
        var enough = progress * MovesPerCell * search.Problem.Days * search.Problem.Staff.Count / moved;
        var length = Math.Min((end - begin) * Growth, enough);
        begin = progress;
        // A last round shorter than this one would be worth little: this one takes its time.
        end = begin + 2 * length > 1 ? 1 : begin + length;
    }

    static double Between(double from, double to, double share) => from * Math.Pow(to / from, Math.Min(1, share));
}

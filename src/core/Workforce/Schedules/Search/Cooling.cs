namespace Centrala.Core.Workforce.Schedules.Search;

/// <summary>
/// How hot a search is as its time passes: several rounds from hot to cold, each longer than the one before and going on from
/// the best roster. So there is a fair plan after a twentieth of the time, and the last and longest round makes it good.
/// </summary>
/// <param name="scale">What a missing person typically costs.</param>
public sealed class Cooling(RosterSearch search, double scale)
{
    /// <summary>Until which share of the time each round lasts.</summary>
    static readonly double[] rounds = [0.05, 0.2, 1];

    const double Hottest = 1, Coldest = 0.01;
    const double SoftestRules = 0.1, HardestRules = 0.5;

    int round;

    /// <summary>Searches a little.</summary>
    /// <param name="progress">Share of the time that has passed, in [0, 1]; never less than before.</param>
    public void Step(int moves, double progress)
    {
        while (round < rounds.Length - 1 && progress >= rounds[round])
        {
            round++;
            search.ReturnToBest();
        }
        var begin = round == 0 ? 0 : rounds[round - 1];
        var share = (progress - begin) / (rounds[round] - begin);
        search.Step(moves, scale * Between(Hottest, Coldest, share), scale * Between(SoftestRules, HardestRules, share));
    }

    /// <summary>The usual scale of a problem.</summary>
    public static double Scale(SchedulingProblem problem)
    {
        var weights = problem.Cover.Select(line => line.UnderWeight).Where(weight => weight > 0).Order().ToArray();
        return weights.Length == 0 ? 1 : weights[weights.Length / 2];
    }

    static double Between(double from, double to, double share) => from * Math.Pow(to / from, share);
}

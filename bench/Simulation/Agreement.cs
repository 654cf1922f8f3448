using Centrala.Core.Workforce.Simulation;
using Centrala.Server.Workforce;

namespace Centrala.Bench.Simulation;

/// <summary>
/// How far the simulator's figures lie from exact ones, in standard errors. Every setting has five seeds of its own: with
/// shared ones all settings would have the same customers, and one draw of luck would count as often as there are settings.
/// </summary>
static class Agreement
{
    const int Seeds = 5;
    const int Replicas = 40;

    public static Task Measure(Report report)
    {
        Judge(report, "one_class", KnownFloor.OfOneClass());
        Judge(report, "several_classes", KnownFloor.OfSeveralClasses());
        return Task.CompletedTask;
    }

    static void Judge(Report report, string name, IEnumerable<KnownFloor> floors)
    {
        var distances = new List<double>();
        var widest = 0.0;
        ulong seed = 0;
        foreach (var floor in floors)
        {
            for (var draw = 0; draw < Seeds; draw++)
            {
                seed++;
                var found = Findings.Of(floor.Scenario, Replications.Run(floor.Scenario, seed, Replicas, CancellationToken.None));
                for (var place = 0; place < floor.Classes.Length; place++)
                {
                    var far = Distances(floor, place, found.Queues[place]);
                    distances.AddRange(far);
                    widest = Math.Max(widest, found.Queues[place].ServiceLevel.HalfWidth!.Value);
                    if (far.Max() > 4) report.Note($"{floor.Name}, class {place + 1}, seed {seed}: {far.Max():F2} standard errors");
                }
            }
        }

        report.Note($"{distances.Count} figures of {name}");
        report.Figure($"simulation.{name}_farthest_errors", distances.Max(), "SE", atMost: 4);
        report.Figure($"simulation.{name}_within_two_errors", distances.Count(far => far <= 2) / (double)distances.Count, "", atLeast: 0.9);
        report.Figure($"simulation.{name}_half_width_points", widest * 100, "points", atMost: 0.3);
    }

    static List<double> Distances(KnownFloor floor, int place, QueueFindings found)
    {
        Estimate[] estimates = [found.WaitProbability, found.AbandonProbability, found.MeanWaitSeconds, found.ServiceLevel];
        var exact = floor.Classes[place].Figures;
        var errors = floor.Errors?.Figures ?? new double[4];
        var distances = new List<double>();
        for (var figure = 0; figure < exact.Length; figure++)
        {
            var error = Math.Sqrt(Math.Pow(estimates[figure].StandardError!.Value, 2) + Math.Pow(errors[figure], 2));
            if (error > 0) distances.Add(Math.Abs(estimates[figure].Value - exact[figure]) / error);
        }

        return distances;
    }
}

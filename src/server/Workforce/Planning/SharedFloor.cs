using System.Runtime.CompilerServices;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Core.Workforce.Simulation;
using static Centrala.Server.Workforce.Planning.StaffTogether;
using Channel = Centrala.Core.Vocabulary.Channel;

namespace Centrala.Server.Workforce.Planning;

/// <summary>Several queues and groups of agents as a scenario, and the search for the cheapest staffing of it.</summary>
static class SharedFloor
{
    const int Replications = 6;
    const ulong Seed = 1;

    static readonly TimeSpan warmUp = TimeSpan.FromHours(1), horizon = TimeSpan.FromHours(13);

    /// <summary>A step a staffing that was tried, then the result.</summary>
    public static async IAsyncEnumerable<StaffingStep> Steps(Request request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var told = System.Threading.Channels.Channel.CreateUnbounded<int>();
        var scenario = ScenarioOf(request);
        var tries = 0;
        var search = new StaffingSearch(scenario, tried =>
        {
            var findings = Findings.Of(tried, Workforce.Replications.Run(tried, Seed, Replications, cancel));
            told.Writer.TryWrite(++tries);
            return findings;
        });
        var found = Task.Run(
            () =>
            {
                try { return search.Find(); }
                finally { told.Writer.Complete(); }
            }, cancel);
        await foreach (var done in told.Reader.ReadAllAsync(cancel)) yield return new(done, null);
        yield return new(tries, ResultOf(request, scenario, await found));
    }

    static SharedStaffing ResultOf(Request request, Scenario scenario, TriedStaffing? found)
    {
        int[] apart = [.. request.Queues.Select(queue => queue.Goal.Agents(queue.ContactsPerHour, 60))];
        if (found is null) return new(false, 0, [], apart, [], []);
        var staffed = StaffingSearch.With(scenario, found.Change);
        int[] agents = [.. staffed.Groups.Select(group => (int)group.Count.Most)];
        return new(true, Math.Round(request.Groups.Zip(agents).Sum(pair => pair.First.CostPerHour * pair.Second), 2), agents, apart,
            [.. found.Findings.Queues.Select(queue => new SharedService(Finite(queue.ServiceLevel.Value) ?? 1, Finite(queue.ServiceLevel.HalfWidth),
                Finite(queue.AbandonProbability.Value) ?? 0, Finite(queue.MeanWaitSeconds.Value) ?? 0))],
            [.. found.Findings.Groups.Select(group => Finite(group.Occupancy.Value))]);
    }

    /// <summary>Begins with each queue's own need, shared among those who serve it.</summary>
    static Scenario ScenarioOf(Request request) => new()
    {
        Name = "together",
        Horizon = horizon,
        WarmUp = warmUp,
        Seed = Seed,
        Skills = [.. request.Queues.Select((_, place) => ScenarioIds.Skill(place))],
        Groups = [.. request.Groups.Select(group => GroupOf(group, request))],
        Queues = [.. request.Queues.Select((queue, place) => QueueOf(queue, place, request))],
        Targets = [.. request.Queues.Index().Where(pair => pair.Item.ContactsPerHour > 0)
            .Select(pair => new ServiceTarget(pair.Index, pair.Item.Goal.Share))],
    };

    static StaffGroup GroupOf(SharingGroup group, Request request)
    {
        var queues = group.Queues.Distinct().ToArray();
        var share = queues.Sum(queue => request.Queues[queue].Goal.Agents(request.Queues[queue].ContactsPerHour, 60)
            / (double)request.Groups.Count(other => other.Queues.Contains(queue)));
        return new()
        {
            Name = group.Name,
            Skills = [.. queues.Select(queue => new SkillLevel(ScenarioIds.Skill(queue), 1))],
            Count = Course.Constant(Math.Floor(share)),
            CostPerAgentHour = group.CostPerHour,
            // A queue whose contacts come several at once is one of chats: an agent has so many places for them.
            Capacities = request.Queues.Where((_, place) => queues.Contains(place)).Max(queue => queue.Goal.AtOnce) is var atOnce and > 1
                ? [new(Channel.Chat, Limits.Points / atOnce, atOnce)] : [],
        };
    }

    static QueuePlan QueueOf(SharingQueue queue, int place, Request request) => new()
    {
        Name = queue.Name,
        Channel = queue.Goal.AtOnce > 1 ? Channel.Chat : Channel.Call,
        Steps = [new(new Requirement.Skill(ScenarioIds.Skill(place), 1))],
        ArrivalsPerHour = Course.Constant(queue.ContactsPerHour),
        HandleTime = Duration.Exponential(TimeSpan.FromSeconds(queue.Goal.HandleSeconds)),
        Patience = Duration.Exponential(TimeSpan.FromSeconds(queue.Goal.PatienceSeconds)),
        TargetWithin = TimeSpan.FromSeconds(queue.Goal.WithinSeconds),
        // Whoever can do nothing else comes first.
        PrefersGroups = [.. request.Groups.Index().Where(pair => pair.Item.Queues.Contains(place))
            .OrderBy(pair => pair.Item.Queues.Distinct().Count()).Select(pair => pair.Index)],
    };

    /// <returns>Null for what is no number: JSON has none.</returns>
    static double? Finite(double? value) => value is { } known && double.IsFinite(known) ? Math.Round(known, 4) : null;
}

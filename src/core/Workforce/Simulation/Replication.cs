using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Workforce.Simulation;

/// <summary>One run of a scenario: the router itself, in virtual time, among customers drawn from a seed.</summary>
/// <remarks>
/// The same scenario, seed and number give the same counts on any machine. Whatever differs between two scenarios with
/// one seed is not the customers (common random numbers): each queue draws arrivals, handling, wrap-up and patience from
/// streams of its own, all of a contact's at its arrival. Ticks count from the start.
/// </remarks>
public sealed partial class Replication
{
    /// <summary>Any Monday.</summary>
    static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Who is connected within this has not waited: the preferred groups are asked tick after tick.</summary>
    const long AtOnceTicks = Limits.Steps;

    readonly Scenario scenario;
    readonly ScenarioFloor floor;
    readonly Router router;
    readonly EventSink events = new();
    readonly Agenda agenda = new();
    readonly ContactsInPlay contacts = new();
    readonly Workplaces workplaces;
    readonly QueueInPlay[] queues;
    readonly int[] sharedWaiting;
    RandomStream redials;
    readonly long warmUpTicks, horizonTicks;
    readonly long startTicks = start.Ticks;
    long nowTicks;
    int openCounted;
    long arrived;

    struct QueueInPlay
    {
        public QueueTally Tally;
        public ArrivalCourse Arrivals;
        public RandomStream HandleTimes, WrapUps, Patiences;
        public QueuePlan Plan;
        public long TargetTicks;
        public int CountedWaiting;

        /// <summary>All who wait, also those of the warm-up.</summary>
        public int Waiting;
        public long SinceTicks;
    }

    /// <param name="number">Which replication, from 0: each draws from streams of its own.</param>
    public Replication(Scenario scenario, ulong seed, int number)
    {
        this.scenario = scenario;
        (warmUpTicks, horizonTicks) = (scenario.WarmUp.Ticks, scenario.Horizon.Ticks);
        floor = new(scenario, start);
        router = floor.Router;
        workplaces = new(floor.FirstAgents, warmUpTicks, horizonTicks);
        sharedWaiting = new int[scenario.SharedPlaces.Count];
        redials = new(seed, number, 0, Purpose.Redials);
        queues = new QueueInPlay[scenario.Queues.Count];
        for (var queue = 0; queue < queues.Length; queue++)
        {
            RandomStream Stream(Purpose purpose) => new(seed, number, queue, purpose);
            var plan = scenario.Queues[queue];
            queues[queue] = new()
            {
                Plan = plan,
                TargetTicks = plan.TargetWithin.Ticks,
                Arrivals = new(plan, Stream(Purpose.Arrivals), Stream(Purpose.Volume)),
                HandleTimes = Stream(Purpose.HandleTime),
                WrapUps = Stream(Purpose.WrapUp),
                Patiences = Stream(Purpose.Patience),
            };
        }
    }

    /// <summary>Runs it to the end: once.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReplicationResult Run(CancellationToken stop = default)
    {
        for (var group = 0; group < scenario.Groups.Count; group++) ChangeStaff(group);
        for (var queue = 0; queue < queues.Length; queue++) ExpectArrival(queue);
        for (var left = 0; GoOn(); left--)
        {
            if (left > 0) continue;
            stop.ThrowIfCancellationRequested();
            left = 100_000;
        }

        CountUnserved();
        return new([.. queues.Select(queue => queue.Tally)], workplaces.Tallies(), arrived);
    }

    /// <summary>The next thing that happens, in the router or around it.</summary>
    /// <returns>False when the horizon is past and nobody who counts is left, or nothing will ever happen again.</returns>
    bool GoOn()
    {
        if (openCounted == 0 && nowTicks >= horizonTicks) return false;
        if (router.NextDeadlineTicks is var due and > 0 && (agenda.IsEmpty || due - startTicks <= agenda.EarliestTicks))
        {
            nowTicks = due - startTicks;
            Apply(Command.PassTime());
            return true;
        }

        if (agenda.IsEmpty) return false;
        var happening = agenda.Take();
        nowTicks = happening.AtTicks;
        Happen(happening);
        return true;
    }

    void Happen(in Happening happening)
    {
        switch (happening.Kind)
        {
            case HappeningKind.Arrival:
                ExpectArrival(happening.Subject);
                Arrive(happening.Subject);
                break;
            case HappeningKind.HandleEnds:
                EndHandling(happening.Subject);
                break;
            case HappeningKind.WrapUpEnds:
                EndWrapUp(happening.Subject);
                break;
            case HappeningKind.PatienceEnds:
                Leave(happening.Subject);
                break;
            case HappeningKind.Redial:
                Arrive(happening.Subject);
                break;
            case HappeningKind.StaffChanges:
                ChangeStaff(happening.Subject);
                break;
        }
    }

    void ExpectArrival(int queue)
    {
        if (queues[queue].Arrivals.Next(horizonTicks) is { } next) agenda.Add(new(next, HappeningKind.Arrival, queue));
    }

    /// <summary>As many of the group as its course has now come in; who is too many takes nothing more and leaves.</summary>
    void ChangeStaff(int group)
    {
        var count = scenario.Groups[group].Count;
        var interval = count.IsConstant ? 0 : nowTicks / count.Every.Ticks;
        var (first, wanted) = (floor.FirstAgents[group], (int)count.At(interval));
        for (var agent = first; agent < floor.FirstAgents[group + 1]; agent++)
        {
            var isWanted = agent - first < wanted;
            if (!workplaces.Want(agent, isWanted, nowTicks)) continue;
            Apply(Command.ChooseState(agent, isWanted ? AgentState.Available : AgentState.Away));
        }

        if (count.IsConstant || (interval + 1) * count.Every.Ticks >= horizonTicks) return;
        agenda.Add(new((interval + 1) * count.Every.Ticks, HappeningKind.StaffChanges, group));
    }

    void Apply(in Command command)
    {
        events.Clear();
        router.ApplyAt(command, startTicks + nowTicks, events);
        Invariant.Holds(events.Refusal is null, "What happens in a simulation makes sense to the router.");
        foreach (ref readonly var happened in events.Events)
        {
            if (happened.Kind == EventKind.Connected) Connect(happened.Contact, happened.Agent);
        }
    }
}

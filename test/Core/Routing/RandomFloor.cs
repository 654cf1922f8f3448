using System.Buffers;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Tests.Routing;

/// <summary>
/// A small, crowded centre on which anything may happen: few agents, queues of every kind, hurried clocks.
/// </summary>
sealed class RandomFloor
{
    const int Partners = 2, Skills = 4, Teams = 2, Queues = 5, Agents = 6;
    static readonly Guid[] Partner = Ids(1, Partners), Skill = Ids(2, Skills), Team = Ids(3, Teams);
    static readonly Guid[] Queue = Ids(4, Queues), Agent = Ids(5, Agents);
    readonly EventSink sink = new();
    int arrived;

    public RandomFloor()
    {
        foreach (var id in Partner) Do(Command.ConfigurePartner(id));
        foreach (var id in Skill) Do(Command.ConfigureSkill(id, isLanguage: id == Skill[3]));
        foreach (var id in Team) Do(Command.ConfigureTeam(id));
        for (var number = 0; number < Queues; number++) Do(Command.ConfigureQueue(QueueOf(number, number * 7)));
        for (var number = 0; number < Agents; number++) Do(Command.ConfigureAgent(AgentOf(number, number * 5)));
        for (var number = 1; number <= Agents; number++) Do(Command.Reconnect(number));
        for (var number = 1; number <= Agents; number++) Do(Command.ChooseState(number, AgentState.Available));
    }

    public Router Router { get; private set; } = new();
    public DateTimeOffset At { get; private set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public List<Event> Journal { get; } = [];
    public List<Command> Commands { get; } = [];

    /// <summary>What changed something, as a journal keeps it.</summary>
    public List<(DateTimeOffset At, Command Command, Event[] Events)> Records { get; } = [];

    /// <summary>What the last command led to: its events, and its refusal.</summary>
    public (Event[] Events, Refusal? Refusal) Last { get; private set; }

    /// <summary>Lets time pass, then does the command that the choice stands for; what is due is fired first.</summary>
    /// <param name="explanations">Receives why the last command's offers were made; null: nobody asks.</param>
    public void Step(int choice, List<Explanation>? explanations = null)
    {
        var random = new Random(choice);
        At += TimeSpan.FromMilliseconds(random.Next(12) == 0 ? random.Next(60_000) : random.Next(1_000));
        if (Router.NextDeadline <= At) Do(Command.PassTime());
        Do(Some(random), explanations);
    }

    /// <summary>The router is built anew from its snapshot, as after a restart.</summary>
    public void Restart()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Snapshot.Write(Router, bytes);
        Router = Snapshot.Read(bytes.WrittenSpan);
    }

    public void Do(in Command command, List<Explanation>? explanations = null)
    {
        sink.Clear();
        if (explanations is null) Router.Apply(command, At, sink);
        else Router.Explain(command, At, sink, explanations);
        Last = (sink.Events.ToArray(), sink.Refusal);
        Journal.AddRange(Last.Events);
        Commands.Add(command);
        if (Last.Events.Length > 0) Records.Add((At, command, Last.Events));
    }

    Command Some(Random random) => random.Next(40) switch
    {
        < 8 => Arrival(random),
        < 16 => OnWork(random, WorkState.Offered),
        < 19 => OnWork(random, WorkState.Connected),
        < 21 => OnWork(random, WorkState.WrapUp),
        < 27 => OnAgent(random),
        < 35 => OnContact(random),
        < 37 => OnQueue(random),
        37 when random.Next(4) == 0 => Command.ConfigureCell(CellOf(random)),
        37 => random.Next(3) == 0 ? Command.Resume(TimeSpan.FromSeconds(random.Next(1, 90))) : Command.PassTime(),
        _ => random.Next(2) == 0
            ? Command.ConfigureQueue(QueueOf(random.Next(Queues), random.Next()))
            : Command.ConfigureAgent(AgentOf(random.Next(Agents), random.Next())),
    };

    Command Arrival(Random random)
    {
        arrived++;
        return Command.Arrive(new()
        {
            Id = Id(6, random.Next(20) == 0 ? 1 : arrived),
            External = random.Next(3) == 0 ? Id(7, random.Next(50)) : Guid.Empty,
            Queue = AnyQueue(random),
            Channel = (Channel)random.Next(1, 6),
            ArrivedAt = At - TimeSpan.FromSeconds(random.Next(30)),
            Language = random.Next(3) == 0 ? Skills : 0,
            RaiseMilli = random.Next(3) == 0 ? random.Next(-5_000, 5_000) : 0,
            Cost = random.Next(6) == 0 ? random.Next(1, 100) : 0,
            Steps = random.Next(6) == 0 ? StepsOf(random) : null,
            Due = random.Next(6) == 0 ? At.AddMinutes(random.Next(-300, 600)) : null,
        });
    }

    /// <summary>Mostly for somebody who has such work; at random now and then.</summary>
    Command OnWork(Random random, WorkState state)
    {
        var (contact, agent) = (AnyContact(random), AnyAgent(random));
        for (var tries = 0; tries < Agents && random.Next(20) > 0; tries++)
        {
            var found = Router.Agent(AnyAgent(random))?.Work.ToArray().FirstOrDefault(work => work.State == state) ?? default;
            if (found.Contact == 0) continue;
            ref readonly var worked = ref Router.Contact(found.Contact);
            contact = found.Contact;
            agent = state switch
            {
                WorkState.Offered => worked.OfferedTo,
                WorkState.Connected => worked.ConnectedTo,
                _ => worked.LastAgent,
            };
            break;
        }

        return state switch
        {
            WorkState.Offered =>
                random.Next(5) > 0 ? Command.AcceptOffer(contact, agent) : Command.RefuseOffer(contact, agent),
            WorkState.Connected =>
                random.Next(4) > 0 ? Transfer(random, contact, agent) : Command.EndSegment(contact, agent, random.Next(5)),
            _ => Command.FinishWrapUp(contact, agent),
        };
    }

    Command OnAgent(Random random) => random.Next(8) switch
    {
        7 => random.Next(2) == 0 ? Command.LoseTelephone(AnyAgent(random)) : Command.GainTelephone(AnyAgent(random)),
        0 => Command.LoseConnection(AnyAgent(random)),
        1 or 2 => Command.Reconnect(AnyAgent(random)),
        3 when random.Next(4) == 0 => Command.SignOut(AnyAgent(random)),
        4 =>
            Command.ChooseState(AnyAgent(random), (AgentState)random.Next(3), random.Next(2) == 0 ? Guid.Empty : Id(8, 1)),
        _ => Command.ChooseState(AnyAgent(random), AgentState.Available),
    };

    Command OnContact(Random random) => random.Next(12) switch
    {
        0 =>
            Command.EndContact(AnyContact(random), random.Next(2) == 0 ? Reason.CustomerEnded : Reason.CustomerSilent, random.Next(5)),
        1 =>
            Command.ParkContact(
                AnyContact(random), At.AddSeconds(random.Next(-5, 300)),
                random.Next(3) == 0 ? Reason.LineLost : Reason.WaitingForCustomer, random.Next(5)),
        2 =>
            Command.WakeContact(AnyContact(random), random.Next(2) == 0 ? Reason.CustomerBack : Reason.AgentResumed, random.Next(6)),
        3 => Command.ReopenContact(AnyContact(random), random.Next(8)),
        4 => Command.SetPriority(AnyContact(random), random.Next(-10_000, 10_000)),
        5 => Command.MoveContact(AnyContact(random), AnyQueue(random)),
        6 => Command.ReapplySteps(AnyContact(random)),
        7 => Command.TakeContact(AnyContact(random), AnyAgent(random)),
        10 => Command.PromiseCallback(AnyContact(random), PromiseOf(random)),
        9 => Command.PickContact(AnyContact(random), AnyAgent(random)),
        8 => Command.GiveContact(AnyContact(random), AnyAgent(random)),
        _ => Command.Snooze(AnyContact(random), AnyAgent(random), At.AddSeconds(random.Next(1, 300))),
    };

    Promise PromiseOf(Random random) => new()
    {
        Whom = Id(9, random.Next(4)),
        Due = random.Next(2) == 0 ? null : At.AddSeconds(random.Next(-2, 90)),
        Agent = random.Next(2) == 0 ? 0 : AnyAgent(random),
        Release = At.AddSeconds(random.Next(60, 200)),
        CustomerFirst = random.Next(3) == 0,
    };

    Command Transfer(Random random, int contact, int agent)
    {
        return random.Next(9) switch
        {
            6 => Command.Consult(contact, agent, AnyAgent(random)),
            7 => Command.Consult(contact, agent, 0, AnyQueue(random)),
            8 => Command.HandOver(contact, agent),
            5 => Command.Snooze(contact, agent, At.AddSeconds(random.Next(1, 300)), random.Next(5)),
            0 or 1 => Command.TransferToQueue(contact, agent, AnyQueue(random)),
            2 or 3 =>
                Command.TransferToAgent(contact, agent, AnyAgent(random), random.Next(2) == 0, random.Next(3) == 0 ? AnyQueue(random) : 0),
            _ => Command.CancelTransfer(contact, agent),
        };
    }

    Command OnQueue(Random random) => random.Next(5) switch
    {
        0 or 1 => Command.CloseQueue(AnyQueue(random), random.Next(2) == 0 ? At.AddSeconds(random.Next(1, 500)) : null),
        2 or 3 => Command.OpenQueue(AnyQueue(random)),
        _ => random.Next(6) == 0 ? Command.RemoveAgent(AnyAgent(random)) : Command.RemoveQueue(AnyQueue(random)),
    };

    int AnyAgent(Random random) => Router.Directory.Agent(Agent[random.Next(Agents)]);

    /// <summary>Now and then one that does not exist.</summary>
    int AnyQueue(Random random) =>
        random.Next(30) == 0 ? Router.LastQueue + 1 : Router.Directory.Queue(Queue[random.Next(Queues)]);

    int AnyContact(Random random) => Math.Max(0, Router.LastContact - random.Next(20));

    static QueueSettings QueueOf(int number, int seed)
    {
        var random = new Random(seed);
        return new()
        {
            Id = Queue[number],
            Partner = Partner[number % Partners],
            Members = random.Next(3) == 0 ? SomeRequirement(random, 2) : random.Next(3) == 0 ? null : Requirement.Anyone,
            Steps = StepsOf(random),
            BaseMilli = random.Next(3_000),
            SlopeMilli = random.Next(3) == 0 ? 0 : random.Next(5_000),
            CapMilli = random.Next(3) == 0 ? random.Next(20_000) : Limits.HighestRankMilli,
            Selection = (Selection)random.Next(7),
            SharesPlacesOf = random.Next(3) == 0 ? Queue[(number + 1) % Queues] : null,
            ServiceWindow = TimeSpan.FromMinutes(random.Next(1, 4)),
            AllowsPicking = random.Next(2) == 0,
            AutoAccept = random.Next(5) == 0,
            WrapUp = random.Next(4) switch { 0 => TimeSpan.Zero, 1 => null, _ => TimeSpan.FromSeconds(random.Next(1, 100)) },
            OfferTimeout = random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.Next(1, 30)),
            Places = random.Next(3) == 0 ? random.Next(1, 8) : null,
            OverflowsAfter = random.Next(3) == 0 ? TimeSpan.FromSeconds(random.Next(1, 60)) : null,
            OverflowsBehind = random.Next(4) == 0 ? random.Next(1, 4) : null,
            OverflowsBelowBasisPoints = random.Next(4) == 0 ? random.Next(1, 10_001) : null,
            Hold = random.Next(4) == 0 ? new(SomeRequirement(random, 1), (Channel)random.Next(1, 6), random.Next(1, 3)) : null,
            OverflowsUnstaffed = random.Next(4) == 0,
            Interrupts = random.Next(3) == 0 ? random.Next(2) == 0 : null,
            Interruptible = random.Next(3) == 0 ? random.Next(2) == 0 : null,
            PauseLimit = TimeSpan.FromSeconds(random.Next(1, 120)),
            DueLead = TimeSpan.FromMinutes(random.Next(300)),
            TargetWithin = TimeSpan.FromSeconds(random.Next(60)),
            SkipsEmptySteps = random.Next(3) == 0,
            WhenFull = random.Next(2) == 0 ? Diversion.End : Diversion.ToQueue,
            WhenClosed = (Diversion)random.Next(4),
            OnClosing = (Diversion)random.Next(4),
            DivertsTo = random.Next(2) == 0 ? null : Queue[random.Next(Queues)],
        };
    }

    static CellSettings CellOf(Random random) => new()
    {
        RampIn = random.Next(3) == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(random.Next(1, 600)),
        RampInPause = TimeSpan.FromSeconds(random.Next(1, 60)),
        CoolDown = TimeSpan.FromSeconds(random.Next(1, 90)),
    };

    static Step[] StepsOf(Random random)
    {
        var steps = new Step[random.Next(1, 4)];
        for (var i = 0; i < steps.Length; i++)
        {
            var isLast = i == steps.Length - 1;
            steps[i] = new(
                isLast && random.Next(2) == 0 ? Requirement.Anyone : SomeRequirement(random, 3),
                isLast ? null : TimeSpan.FromSeconds(random.Next(1, 40)),
                random.Next(3) == 0);
        }

        return steps;
    }

    static Requirement SomeRequirement(Random random, int depth) => random.Next(depth > 0 ? 9 : 5) switch
    {
        0 or 1 => new Requirement.Skill(Skill[random.Next(Skills)], random.Next(1, 4)),
        2 => new Requirement.CustomersLanguage(random.Next(1, 4)),
        3 => new Requirement.Team(Team[random.Next(Teams)]),
        4 => new Requirement.Trust(random.Next(1, 3)),
        5 => new Requirement.Not(SomeRequirement(random, depth - 1)),
        6 => new Requirement.All([SomeRequirement(random, depth - 1), SomeRequirement(random, depth - 1)]),
        7 => new Requirement.Any([SomeRequirement(random, depth - 1), SomeRequirement(random, depth - 1)]),
        _ => new Requirement.Skill(Skill[random.Next(Skills)], 1),
    };

    static AgentSettings AgentOf(int number, int seed)
    {
        var random = new Random(seed);
        return new()
        {
            Id = Agent[number],
            Team = random.Next(3) == 0 ? null : Team[random.Next(Teams)],
            Trust = random.Next(4),
            Weight = random.Next(3) == 0 ? random.Next(1, 101) : AgentSettings.UsualWeight,
            TakesFromLongestQueue = random.Next(4) == 0,
            Skills = [.. Skill.Where(_ => random.Next(3) > 0).Select(id => new SkillLevel(id, random.Next(1, 6)))],
            Partners = [.. Partner.Where(_ => random.Next(4) > 0)],
            Queues = [.. Queue.Where(_ => random.Next(2) > 0)],
            Capacities = random.Next(3) == 0 ? [new(Channel.Chat, random.Next(1, 100), random.Next(0, 5))] : [],
        };
    }

    static Guid[] Ids(int kind, int count) => [.. Enumerable.Range(0, count).Select(number => Id(kind, number))];

    static Guid Id(int kind, int number) =>
        new(kind, 0, 0x7000, 0x80, 0, 0, 0, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);
}

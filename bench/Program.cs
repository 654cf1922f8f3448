using System.Globalization;
using Centrala.Bench;
using Centrala.Bench.Accept;
using Centrala.Bench.Chat;
using Centrala.Bench.Data;
using Centrala.Bench.Erlang;
using Centrala.Bench.Floor;
using Centrala.Bench.Routing;
using Centrala.Bench.Simulation;
using Centrala.Bench.Voice;
using Centrala.Bench.Workforce;

// The telephone's media and their load are processes of their own, started by the bench of bridged calls.
if (args is [BridgeHost.Command]) return await BridgeHost.Run();
if (args is [BridgeLoad.Command, var calls, var seconds, var processor])
    return await BridgeLoad.Run(int.Parse(calls, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture), processor);

// One line a bench: its group is the part of its figures' names before the dot.
return await Run.These(
    args,
    [
        new("routing.decisions", RoutingDecisions.Measure),
        new("routing.mixed", MixedDecisions.Measure),
        new("routing.large", LargeFloor.Measure),
        new("routing.cost", RoutingCost.Measure),
        new("erlang", ErlangSpeed.Measure),
        new("simulation.queue", SimulatedQueue.Measure),
        new("simulation.days", SimulatedDays.Measure),
        new("simulation.agreement", Agreement.Measure),
        new("workforce", UnknownDay.Measure),
        // Optimal; within 1 %; within 5 %; within 1.4 times; and no worse than ejection chains (8707).
        new("schedule.1", FoundRosters.Measure(1, 607, 1)),
        new("schedule.2", FoundRosters.Measure(2, 828, 1)),
        new("schedule.3", FoundRosters.Measure(3, 1001, 1.01)),
        new("schedule.5", FoundRosters.Measure(5, 1143, 1.05)),
        new("schedule.8", FoundRosters.Measure(8, 1300, 1.4)),
        new("schedule.12", FoundRosters.Measure(12, 4040, 1.4)),
        new("schedule.13", FoundRosters.Measure(13, 1348, 6.459)),
        new("accept", AcceptChats.Measure),
        new("chat", EnterToScreen.Measure),
        new("web", WidgetSize.Measure),
        new("web", DeskSize.Measure),
        new("web", IdleServer.Measure),
        new("web", InteractionTimes.Measure),
        new("data", AskHistory.Measure),
        new("dispatch", DispatchWriter.Measure),
        new("voice.calls", CallsIntoQueue.Measure),
        new("voice.next", NextCall.Measure),
        new("voice.kept", CallsKept.Measure),
        new("voice.bridged", BridgedCalls.Measure),
        new("replay", ReplayScrub.Measure),
        new("crash", CrashKills.Measure),
        new("crash", CrashPower.Measure),
    ]);

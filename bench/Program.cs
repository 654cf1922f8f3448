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

// One line a bench: its group is the part of its figures' names before the dot.
return await Run.These(
    args,
    [
        new("routing.decisions", RoutingDecisions.Measure),
        new("routing.mixed", MixedDecisions.Measure),
        new("routing.large", LargeFloor.Measure),
        new("routing.cost", RoutingCost.Measure),
        new("erlang", ErlangSpeed.Measure),
        new("simulation", SimulatedQueue.Measure),
        new("simulation", SimulatedDays.Measure),
        new("simulation", Agreement.Measure),
        new("workforce", UnknownDay.Measure),
        new("accept", AcceptChats.Measure),
        new("chat", EnterToScreen.Measure),
        new("web", WidgetSize.Measure),
        new("web", DeskSize.Measure),
        new("web", IdleServer.Measure),
        new("web", InteractionTimes.Measure),
        new("data", AskHistory.Measure),
        new("dispatch", DispatchWriter.Measure),
        new("voice", CallsIntoQueue.Measure),
        new("replay", ReplayScrub.Measure),
        new("crash", CrashKills.Measure),
        new("crash", CrashPower.Measure),
    ]);

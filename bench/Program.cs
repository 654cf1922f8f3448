using Centrala.Bench;

// One line a bench: its group is the part of its figures' names before the dot.
return await Run.These(
    args,
    [
        new("routing", RoutingDecisions.Measure),
    ]);

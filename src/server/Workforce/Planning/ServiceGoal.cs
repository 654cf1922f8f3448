using Centrala.Core.Workforce;
using Centrala.Server.Organisation;

namespace Centrala.Server.Workforce.Planning;

/// <summary>How customers of a queue are to be served, and how long they take: what Erlang A needs beside their number.</summary>
/// <param name="HandleSeconds">Mean, wrap-up included.</param>
/// <param name="PatienceSeconds">Mean; how long a customer would wait before leaving.</param>
/// <param name="Share">To be answered in time, in (0, 1).</param>
/// <param name="WithinSeconds">What "in time" is.</param>
/// <param name="AtOnce">Contacts that one agent serves at the same time: an agent is so many places.</param>
/// <param name="Shrinkage">Paid time in which nobody is served, in [0, 1): leave, illness, training, breaks.</param>
/// <param name="OccupancyMost">No busier than this, in (0, 1); null for any.</param>
public sealed record ServiceGoal(
    double HandleSeconds, double PatienceSeconds, double Share, double WithinSeconds,
    ServiceLevelOf Of = ServiceLevelOf.Offered, int AtOnce = 1, double Shrinkage = 0, double? OccupancyMost = null)
{
    public const double SecondsMax = 86_400;
    public const int AtOnceMax = 20;
    public const double ShrinkageMax = 0.9;

    /// <summary>In one slot: beyond it somebody mistook a unit.</summary>
    const double ContactsMax = 100_000;

    /// <summary>Who must be there for so many contacts in a slot.</summary>
    public int Agents(double contacts, int slotMinutes)
    {
        var load = Load(contacts, slotMinutes);
        var places = AgentsNeeded.ForServiceLevel(load, HandleSeconds, PatienceSeconds, Share, WithinSeconds, Of);
        if (OccupancyMost is { } most)
            places = Math.Max(places, AgentsNeeded.ForOccupancy(load, HandleSeconds, PatienceSeconds, most));
        return (places + AtOnce - 1) / AtOnce;
    }

    /// <summary>What so many agents bear.</summary>
    public ErlangA With(int agents, double contacts, int slotMinutes) =>
        new(Load(contacts, slotMinutes), agents * AtOnce, HandleSeconds, PatienceSeconds);

    /// <returns>In [0, 1], as the goal counts it; null where nobody is answered and only those count.</returns>
    public double? ServiceLevel(ErlangA floor) => Of switch
    {
        ServiceLevelOf.Answered => floor.ServiceLevelOfAnswered(WithinSeconds),
        ServiceLevelOf.WithoutShortAbandons => floor.ServiceLevelWithoutShortAbandons(WithinSeconds),
        _ => floor.ServiceLevel(WithinSeconds),
    };

    public void Check(Faults faults)
    {
        Within(faults, HandleSeconds, 1, SecondsMax, "goal.handleSeconds");
        Within(faults, PatienceSeconds, 1, SecondsMax, "goal.patienceSeconds");
        Within(faults, Share, 0.01, 0.999, "goal.share");
        Within(faults, WithinSeconds, 0, SecondsMax, "goal.withinSeconds");
        Within(faults, Shrinkage, 0, ShrinkageMax, "goal.shrinkage");
        Within(faults, OccupancyMost ?? 0.5, 0.05, 0.999, "goal.occupancyMost");
        faults.Range(AtOnce, 1, AtOnceMax, "goal.atOnce");
    }

    /// <param name="most">How many slots one question may have.</param>
    public static void CheckContacts(Faults faults, IReadOnlyList<double> contacts, int slotMinutes, int most)
    {
        faults.Range(slotMinutes, 1, 1440, "slotMinutes");
        faults.Unless(contacts.Count > 0 && contacts.Count <= most, "contacts", Say($"1 to {most} slots were expected."));
        faults.Unless(contacts.All(one => one is >= 0 and <= ContactsMax), "contacts", Say($"Each is between 0 and {ContactsMax}."));
    }

    double Load(double contacts, int slotMinutes) => contacts * HandleSeconds / (slotMinutes * 60.0);

    static void Within(Faults faults, double value, double least, double most, string field) =>
        faults.Unless(value >= least && value <= most, field, Say($"{value} is not between {least} and {most}."));
}

using Centrala.Core.Workforce.Forecast;
using Centrala.Core.Workforce.Service;

namespace Centrala.Bench.Workforce;

/// <summary>
/// A centre that nobody has seen: its volumes stray more than chance, its handle times are lognormal, its people are absent
/// together. What it does can be watched day by day; the parameters behind it are its own.
/// </summary>
sealed class HiddenCentre
{
    public const int Slots = 24;
    public const double SlotSeconds = 1800;
    public const int OpenDays = 6;

    static readonly DateOnly firstMonday = new(2026, 1, 5);

    readonly Random dice;
    readonly double busiest, dayDeviation, slotDeviation, handleMean, handleDeviation, patience, absence, absenceTogether;
    readonly double[] ofWeekday, ofSlot;

    public HiddenCentre(int seed)
    {
        dice = new Random(seed);
        busiest = Between(50, 140);
        dayDeviation = Between(0.05, 0.14);
        slotDeviation = Between(0.03, 0.10);
        handleMean = Between(160, 320);
        handleDeviation = handleMean * Between(0.7, 1.3);
        patience = Between(80, 220);
        absence = Between(0.04, 0.10);
        absenceTogether = Between(15, 60);
        ofWeekday = [.. Enumerable.Range(0, OpenDays).Select(_ => Between(0.7, 1.2))];
        var (morning, evening) = (Between(4, 8), Between(13, 19));
        ofSlot = [.. Enumerable.Range(0, Slots).Select(slot => 0.35 + 0.6 * Hump(slot, morning, 3) + 0.5 * Hump(slot, evening, 4))];
    }

    /// <summary>A day as it happened.</summary>
    /// <param name="Contacts">In the order of their arrival.</param>
    /// <param name="Absent">Share of the people who were planned.</param>
    public sealed record Day(IReadOnlyList<DayContact> Contacts, double Absent)
    {
        public IEnumerable<int> Counts() => Enumerable.Range(0, Slots)
            .Select(slot => Contacts.Count(contact => (int)(contact.ArrivesAt / SlotSeconds) == slot));
    }

    public static bool IsOpen(int day) => day % 7 < OpenDays;

    public Day Happen(int day)
    {
        List<DayContact> contacts = [];
        var ofDay = Gamma(1 / (dayDeviation * dayDeviation)) * dayDeviation * dayDeviation;
        for (var slot = 0; slot < Slots; slot++)
        {
            var own = Gamma(1 / (slotDeviation * slotDeviation)) * slotDeviation * slotDeviation;
            var rate = busiest * ofWeekday[day % 7] * ofSlot[slot] * ofDay * own;
            for (var at = Exponential() / rate; at < 1; at += Exponential() / rate)
                contacts.Add(new((slot + at) * SlotSeconds, Lognormal(), Exponential() * patience));
        }
        var (present, away) = (Gamma((1 - absence) * absenceTogether), Gamma(absence * absenceTogether));
        return new(contacts, away / (present + away));
    }

    /// <summary>What a planner has: counts by slot of the days so far; closed days are empty.</summary>
    public static Series Counted(IReadOnlyList<Day?> days)
    {
        var values = new double[days.Count, Slots];
        for (var day = 0; day < days.Count; day++)
        {
            var counts = days[day]?.Counts().ToArray();
            for (var slot = 0; slot < Slots; slot++) values[day, slot] = counts?[slot] ?? double.NaN;
        }
        var starts = Enumerable.Range(0, Slots).Select(slot => $"{8 + slot / 2:00}:{slot % 2 * 30:00}").ToArray();
        return new(values, firstMonday.DayNumber, 7, starts);
    }

    double Between(double least, double most) => least + (most - least) * dice.NextDouble();

    double Exponential() => -Math.Log(1 - dice.NextDouble());

    double Lognormal()
    {
        var variance = Math.Log(1 + Math.Pow(handleDeviation / handleMean, 2));
        return Math.Exp(Math.Log(handleMean) - variance / 2 + Math.Sqrt(variance) * Normal());
    }

    double Normal() => Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * dice.NextDouble());

    /// <summary>With this shape and scale 1, by rejection from a Weibull-like curve (Cheng's GB for shapes from 1, else boosted).</summary>
    double Gamma(double shape)
    {
        if (shape < 1) return Gamma(shape + 1) * Math.Pow(1 - dice.NextDouble(), 1 / shape);
        var (root, offset) = (Math.Sqrt(2 * shape - 1), shape - Math.Log(4));
        while (true)
        {
            var (one, two) = (1 - dice.NextDouble(), 1 - dice.NextDouble());
            var v = Math.Log(one / (1 - one)) / root;
            var x = shape * Math.Exp(v);
            if (offset + (shape + root) * v - x >= Math.Log(one * one * two)) return x;
        }
    }

    static double Hump(double slot, double middle, double width) => Math.Exp(-Math.Pow((slot - middle) / width, 2) / 2);
}

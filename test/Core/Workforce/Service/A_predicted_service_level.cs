using Centrala.Core.Workforce;
using Centrala.Core.Workforce.Service;
using Xunit;

namespace Centrala.Core.Tests.Workforce.Service;

public class A_predicted_service_level
{
    const int Slots = 16;
    const double SlotSeconds = 1800, Within = 20, Handle = 240, Patience = 150, DayDeviation = 0.1;

    [Fact]
    public void Of_a_steady_queue_is_that_of_Erlang_A()
    {
        // Two hundred days of sixteen slots, of which the first fills the floor.
        var outlook = new QueueOutlook(
            [.. Enumerable.Repeat(100.0, Slots)], new(0, 0), [.. Exponentials()], Patience, [.. Enumerable.Repeat(14, Slots)], []);
        var predicted = ServicePrediction.Of(outlook, SlotSeconds, Within, 0.8, seed: 1, plays: 200);
        var exact = new ErlangA(100 * Handle / SlotSeconds, 14, Handle, Patience).ServiceLevel(Within);
        Assert.Equal(exact, predicted.Skip(1).Average(one => one!.Value.Mean), 0.02);
    }

    [Fact]
    public void Holds_what_happens_about_as_often_as_it_says()
    {
        // Days with a factor of their own, that the prediction learns from sixty days before; numbers are the same in every run.
        var dice = new Random(20261122);
        var past = Enumerable.Range(0, 60).Select(_ => Counts(Day(dice)).Select(count => (count, 90.0)).ToArray()).ToArray();
        var spread = VolumeSpread.From(past);
        Assert.InRange(spread.OfDays, 0.07, 0.13);
        var staffed = Enumerable.Repeat(13, Slots).ToArray();
        var outlook = new QueueOutlook([.. Enumerable.Repeat(90.0, Slots)], spread, [.. Exponentials()], Patience, staffed, []);
        var predicted = ServicePrediction.Of(outlook, SlotSeconds, Within, 0.8, seed: 1);
        var levels = Enumerable.Range(0, 40).SelectMany(_ => QueueDay.Play(Day(dice), staffed, SlotSeconds, Within)
            .Select((slot, at) => slot.ServiceLevel >= predicted[at]!.Value.Low && slot.ServiceLevel <= predicted[at]!.Value.High)).ToArray();
        Assert.InRange(levels.Count(inside => inside), levels.Length * 0.72, levels.Length * 0.88);
    }

    [Fact]
    public void Is_lower_when_people_are_absent()
    {
        var outlook = new QueueOutlook(
            [.. Enumerable.Repeat(90.0, Slots)], new(0.05, 0), [Handle], Patience, [.. Enumerable.Repeat(14, Slots)], []);
        double Mean(QueueOutlook one) => ServicePrediction.Of(one, SlotSeconds, Within, 0.8, seed: 1, plays: 50).Average(slot => slot!.Value.Mean);
        Assert.True(Mean(outlook with { Absences = [0.2] }) < Mean(outlook) - 0.1);
    }

    [Fact]
    public void Is_told_of_no_slot_in_which_nobody_is_expected()
    {
        var outlook = new QueueOutlook([0, 50], new(0, 0), [Handle], Patience, [0, 9], []);
        var predicted = ServicePrediction.Of(outlook, SlotSeconds, Within, 0.8, seed: 1, plays: 10);
        Assert.Null(predicted[0]);
        Assert.NotNull(predicted[1]);
    }

    static IEnumerable<double> Exponentials() => Enumerable.Range(0, 2_000).Select(at => -Handle * Math.Log((at + 0.5) / 2_000));

    static List<DayContact> Day(Random dice)
    {
        double Exponential() => -Math.Log(1 - dice.NextDouble());
        // Nearly normal: the sum of twelve.
        var factor = 1 + DayDeviation * (Enumerable.Range(0, 12).Sum(_ => dice.NextDouble()) - 6);
        List<DayContact> contacts = [];
        for (var at = Exponential() / factor; at < Slots * 90; at += Exponential() / factor)
            contacts.Add(new(at / 90 * SlotSeconds, Exponential() * Handle, Exponential() * Patience));
        return contacts;
    }

    static IEnumerable<double> Counts(List<DayContact> day) => Enumerable.Range(0, Slots)
        .Select(slot => (double)day.Count(contact => (int)(contact.ArrivesAt / SlotSeconds) == slot));
}

using Centrala.Core.Workforce.Forecast;

namespace Centrala.Server.Workforce;

/// <summary>Prints how wrong each method was, and what was chosen where.</summary>
static class BackTestText
{
    sealed record Row(string Method, int N, double? WapePct, double? SmapePct, double? Mase);

    sealed record Chosen(string Origin, string Method, double? PastWapePct);

    sealed record Found(int Origins, int HorizonSlots, int SlotsADay, int DaysAWeek, IEnumerable<Row> Methods, Row Choice,
        IEnumerable<Chosen> Choices, double? Coverage80Pct, double? PoissonFloorPct, double Seconds, IReadOnlyList<string> Gaps);

    public static void Print(SeriesFile file, BackTestResult result, int slots, TimeSpan took, bool json)
    {
        var methods = result.Methods.Select(one => Of(one.Method, one.Accuracy)).ToArray();
        var choice = Of("choice", result.Choice);
        var choices = result.Choices.Select(one =>
            new Chosen(file.DayText(one.Origin), one.Choice.Name, ForecastText.Rounded(one.Choice.PastWapePct))).ToArray();
        if (json)
        {
            Answer.Print(new Found(choices.Length, slots, file.Series.Slots, file.Series.Week, methods, choice, choices,
                ForecastText.Rounded((double?)result.CoveragePct), ForecastText.Rounded((double?)result.PoissonFloorPct),
                Math.Round(took.TotalSeconds, 3), file.Gaps));
            return;
        }
        foreach (var gap in file.Gaps) Console.Error.WriteLine($"missing: {gap}");
        Console.WriteLine($"{"method",-40}{"WAPE %",10}{"sMAPE %",10}{"MASE",10}");
        foreach (var row in methods.Append(choice))
            Console.WriteLine($"{row.Method,-40}{row.WapePct,10:N2}{row.SmapePct,10:N2}{row.Mase,10:N3}");
        foreach (var one in choices) Console.WriteLine($"{one.Origin}: {one.Method}");
        Console.WriteLine($"{choices.Length} origins, {choice.N} slots; {result.CoveragePct:N1} % within the 80 % intervals; "
            + $"chance alone would leave {result.PoissonFloorPct:N2} %.");
    }

    static Row Of(string name, Accuracy accuracy) => new(name, accuracy.Count, ForecastText.Rounded((double?)accuracy.WapePct),
        ForecastText.Rounded((double?)accuracy.SmapePct), ForecastText.Rounded((double?)accuracy.Mase));
}

using System.Globalization;
using Centrala.Core.Workforce;
using Xunit;

namespace Centrala.Core.Tests.Workforce;

/// <summary>
/// Against erlang.csv beside this file: every case by two independent routes at 50 to 60 digits (birth-death sums, and
/// incomplete gamma functions), 15 digits kept.
/// </summary>
public class Erlang_formulas
{
    const double Share = 1e-9;
    const double Second = 1e-6;

    [Theory, MemberData(nameof(Rows), "B")]
    public void Agree_with_the_table_of_trunks(string id)
    {
        var row = Table[id];
        var blocking = ErlangB.Blocking(Number(row, "load_erlang")!.Value, (int)Number(row, "agents")!);
        Same(row, "p_block", blocking);
    }

    [Theory, MemberData(nameof(Rows), "C")]
    public void Agree_with_the_table_of_patient_customers(string id)
    {
        var row = Table[id];
        var floor = new ErlangC(
            Number(row, "load_erlang")!.Value, (int)Number(row, "agents")!, Number(row, "aht_s")!.Value);
        var target = Number(row, "target_s")!.Value;
        Same(row, "p_wait", floor.WaitProbability);
        Same(row, "asa_all_s", floor.MeanWaitSeconds);
        Same(row, "sl_offered", floor.ServiceLevel(target));
        Same(row, "p_wait_gt_target", floor.WaitExceeds(target));
        Same(row, "occupancy", floor.Occupancy);
        Same(row, "mean_queue", floor.MeanQueue);
        Same(row, "p90_wait_s", floor.WaitExceededBy(0.1));
    }

    [Theory, MemberData(nameof(Rows), "A")]
    public void Agree_with_the_table_of_impatient_customers(string id)
    {
        var row = Table[id];
        var floor = new ErlangA(
            Number(row, "load_erlang")!.Value, (int)Number(row, "agents")!,
            Number(row, "aht_s")!.Value, Number(row, "patience_s")!.Value);
        var target = Number(row, "target_s")!.Value;
        Same(row, "p_wait", floor.WaitProbability);
        Same(row, "asa_all_s", floor.MeanWaitSeconds);
        Same(row, "asa_answered_s", floor.MeanWaitOfAnsweredSeconds);
        Same(row, "sl_offered", floor.ServiceLevel(target));
        Same(row, "sl_answered", floor.ServiceLevelOfAnswered(target));
        Same(row, "sl_excl_short_aband", floor.ServiceLevelWithoutShortAbandons(target));
        Same(row, "p_wait_gt_target", floor.WaitExceeds(target));
        Same(row, "p_abandon", floor.AbandonProbability);
        Same(row, "occupancy", floor.Occupancy);
        Same(row, "mean_queue", floor.MeanQueue);
    }

    public static IEnumerable<TheoryDataRow<string>> Rows(string model) =>
        Table.Values.Where(row => row["model"] == model).Select(row => new TheoryDataRow<string>(row["id"]));

    static readonly Dictionary<string, Dictionary<string, string>> Table = Read();

    static Dictionary<string, Dictionary<string, string>> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Workforce", "erlang.csv"));
        var names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary()).ToDictionary(row => row["id"]);
    }

    static double? Number(Dictionary<string, string> row, string column) => row[column] switch
    {
        "" => null,
        "inf" => double.PositiveInfinity,
        var text => double.Parse(text, CultureInfo.InvariantCulture),
    };

    static void Same(Dictionary<string, string> row, string column, double? actual)
    {
        if (Number(row, column) is not { } expected) return;
        var isTime = column.EndsWith("_s", StringComparison.Ordinal);
        var error = expected == actual ? 0 : Math.Abs(actual!.Value - expected) / (isTime ? 1 : Math.Abs(expected));
        Assert.True(error <= (isTime ? Second : Share), $"{row["id"]} {column}: {actual:R}, expected {expected:R}");
    }
}

using Centrala.Core.Workforce;

namespace Centrala.Server.Workforce.Erlang;

/// <summary>Many cases at once: reads the inputs of each row, prints the same rows with what the formulas say.</summary>
static class ErlangCases
{
    static readonly string[] results =
    [
        "p_block", "p_wait", "asa_all_s", "asa_answered_s", "sl_offered", "sl_answered", "sl_excl_short_aband",
        "p_wait_gt_target", "p_abandon", "occupancy", "mean_queue", "p90_wait_s", "stable",
    ];

    /// <param name="text">Columns model (B, C, A), calls_per_hour and aht_s or load_erlang, agents, target_s, patience_s.</param>
    public static IEnumerable<string> Solve(string text)
    {
        yield return "id,model,load_erlang,agents," + string.Join(',', results);
        foreach (var row in CsvTable.Read(text))
        {
            var agents = row.Whole("agents");
            var load = LoadOf(row);
            double?[] solved = row.Text("model") switch
            {
                "B" => Trunks(load, agents),
                "C" => Patient(row, load, agents),
                "A" => Impatient(row, load, agents),
                var other => throw row.Expected("model", "B, C or A", other ?? ""),
            };
            yield return $"{row.Id},{row.Text("model")},{CsvTable.Cell(load)},{agents},"
                + string.Join(',', solved.Select(CsvTable.Cell));
        }
    }

    static double LoadOf(CsvTable.Row row) => (row.Number("calls_per_hour"), row.Number("aht_s")) is ({ } calls, { } time)
        ? calls * time / 3600
        : row.Needed("load_erlang", 1e9);

    static double?[] Trunks(double load, int trunks)
    {
        var blocking = ErlangB.Blocking(load, trunks);
        double? occupancy = trunks == 0 ? null : load * (1 - blocking) / trunks;
        return [blocking, null, null, null, null, null, null, null, null, occupancy, null, null, 1];
    }

    static double?[] Patient(CsvTable.Row row, double load, int agents)
    {
        var floor = new ErlangC(load, agents, Time(row, "aht_s"));
        var target = row.Needed("target_s");
        var level = floor.ServiceLevel(target);
        return
        [
            null, floor.WaitProbability, floor.MeanWaitSeconds, floor.MeanWaitSeconds, level, level, level,
            floor.WaitExceeds(target), 0, floor.Occupancy, floor.MeanQueue, floor.WaitExceededBy(0.1), floor.IsStable ? 1 : 0,
        ];
    }

    static double?[] Impatient(CsvTable.Row row, double load, int agents)
    {
        var floor = new ErlangA(load, agents, Time(row, "aht_s"), Time(row, "patience_s"));
        var target = row.Needed("target_s");
        return
        [
            null, floor.WaitProbability, floor.MeanWaitSeconds, floor.MeanWaitOfAnsweredSeconds, floor.ServiceLevel(target),
            floor.ServiceLevelOfAnswered(target), floor.ServiceLevelWithoutShortAbandons(target), floor.WaitExceeds(target),
            floor.AbandonProbability, floor.Occupancy, floor.MeanQueue, null, 1,
        ];
    }

    static double Time(CsvTable.Row row, string column) => row.Needed(column) is > 0 and var seconds
        ? seconds
        : throw row.Expected(column, "a time longer than none, in seconds,", "0");
}

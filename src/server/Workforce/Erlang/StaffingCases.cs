using System.Globalization;
using Centrala.Core.Workforce;

namespace Centrala.Server.Workforce.Erlang;

/// <summary>The smallest numbers of agents for many intervals at once.</summary>
static class StaffingCases
{
    /// <param name="text">Columns calls, interval_s, aht_s, target_s, target_sl, patience_s, shrinkage.</param>
    public static IEnumerable<string> Solve(string text)
    {
        yield return "id,load_erlang,minC_agents,minC_scheduled_ceil(n/(1-shr)),minA_agents_sl_of_offered,"
            + "minA_sl_of_answered,minA_sl_excl_short_abandons,slC_at_min,slA_offered_at_min";
        foreach (var row in CsvTable.Read(text)) yield return Solve(row);
    }

    static string Solve(CsvTable.Row row)
    {
        var (time, interval) = (row.Needed("aht_s"), row.Needed("interval_s"));
        if (time == 0) throw row.Expected("aht_s", "a time longer than none", "0");
        if (interval == 0) throw row.Expected("interval_s", "a time longer than none", "0");
        var load = row.Needed("calls") * time / interval;
        var (level, within) = (row.Needed("target_sl", 1), row.Needed("target_s"));
        if (level is 0 or 1) throw row.Expected("target_sl", "a share between 0 and 1", row.Text("target_sl")!);
        var patient = ErlangC.AgentsFor(load, time, level, within);
        var scheduled = AgentsNeeded.Scheduled(patient, Shrinkage(row));
        var impatient = row.Number("patience_s") is not { } patience ? new int?[3] :
        [
            .. Enum.GetValues<ServiceLevelOf>().Select(of =>
                (int?)AgentsNeeded.ForServiceLevel(load, time, patience, level, within, of)),
        ];
        double? levelOfPatient = load == 0 ? null : new ErlangC(load, patient, time).ServiceLevel(within);
        double? levelOfImpatient = load == 0 || impatient[0] is not { } agents ? null
            : new ErlangA(load, agents, time, row.Needed("patience_s")).ServiceLevel(within);
        return string.Join(
            ',', row.Id, CsvTable.Cell(load), patient, scheduled, impatient[0], impatient[1], impatient[2],
            CsvTable.Cell(levelOfPatient), CsvTable.Cell(levelOfImpatient));
    }

    /// <summary>Read as a decimal, so that 0.3 is three tenths.</summary>
    static decimal Shrinkage(CsvTable.Row row) => row.Text("shrinkage") switch
    {
        null or "" => 0,
        var text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            && share is >= 0 and < 1 => share,
        var text => throw row.Expected("shrinkage", "a share from 0 to less than 1", text),
    };
}

namespace Centrala.Server.Host.Doctor;

/// <summary>The command <c>doctor</c>: says what is wrong with an installation, whether it runs or not. Changes nothing.</summary>
static class Examine
{
    /// <returns>0 when nothing is bad.</returns>
    public static async Task<int> Run(Options options, CancellationToken stop)
    {
        List<Finding> findings =
        [
            .. MachineFindings.All(options),
            .. await NetworkFindings.All(options, stop),
            .. await DatabaseFindings.All(options, stop),
        ];
        foreach (var finding in findings) Console.WriteLine($"{Mark(finding.Health)}  {finding.Subject,-14} {finding.Says}");
        var bad = findings.Count(finding => finding.Health == Health.Bad);
        Console.WriteLine(bad == 0 ? "Nothing is wrong." : $"{bad} to mend.");
        return bad == 0 ? 0 : 1;
    }

    static string Mark(Health health) => health switch { Health.Good => "ok  ", Health.Weak => "weak", _ => "BAD " };
}

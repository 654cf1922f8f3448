namespace Centrala.Bench;

/// <summary>How much memory does the program occupy when it has nothing to do, after it has had a little?</summary>
static class IdleServer
{
    const int Port = 18_473;
    const int Acknowledged = 300;
    const double BytesPerMegabyte = 1024 * 1024;

    /// <summary>Long enough for start-up and load to be tidied up.</summary>
    static readonly TimeSpan rest = TimeSpan.FromSeconds(30);

    public static async Task Measure(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("centrala-idle-").FullName;
        using (var centre = new SeparateCentre(folder, Port))
        {
            await centre.Make();
            centre.StartServer();
            await using (var load = new CrashLoad(centre.Address, new())) await load.Acknowledge(Acknowledged);
            await Task.Delay(rest);
            report.Figure("web.server_idle_mb", centre.ServerResidentBytes / BytesPerMegabyte, "MB", atMost: 250);
            await centre.StopServer();
        }
        Directory.Delete(folder, recursive: true);
        File.Delete(folder + ".log");
    }
}

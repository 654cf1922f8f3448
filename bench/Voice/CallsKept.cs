using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Centrala.Testing;
using Centrala.Testing.Voice;

namespace Centrala.Bench.Voice;

/// <summary>How many of the calls that are on go on while PostgreSQL stands still for a minute, and when the server is killed?</summary>
static class CallsKept
{
    const int Calls = 100;

    static readonly TimeSpan standstill = TimeSpan.FromSeconds(60);

    public static async Task Measure(Report report)
    {
        if (!File.Exists(SippRun.Program)) return;
        await using var floor = await VoiceFloor.Open(Calls);
        await floor.MakeAvailable(Calls);
        var (centre, port) = (floor.Centre, CentreApart.FreePort(SocketType.Dgram, ProtocolType.Udp));
        using var spoken = new Echo("127.0.0.1");
        using var called = new Echo("127.0.0.7");
        using var phones = floor.Phones(SippScenarios.IsHungUp, spoken.Port);
        using var callers = SippRun.Start(SippScenarios.CallUntilNudged(called.Port),
            $"-i 127.0.0.7 -p {port} -cid_str kept-%u -r 20 -m {Calls} {centre.Sip}");
        await Until.True(async () => await Connected(centre) == Calls);

        await centre.FreezePostgres();
        await Task.Delay(standstill);
        await centre.ThawPostgres();
        await Until.True(centre.TakesCalls);
        report.Figure("voice.kept_database_away", await OnTheLine(centre), "calls", atLeast: Calls);

        await centre.KillServer();
        await centre.StartServer();
        report.Figure("voice.kept_server_killed", await OnTheLine(centre), "calls", atLeast: Calls);

        for (var call = 1; call <= Calls; call++)
            await Sipp.Nudge(new(IPAddress.Parse("127.0.0.7"), port), string.Create(CultureInfo.InvariantCulture, $"kept-{call}"));
        var hungUp = await callers.Over();
        await Until.True(async () => await OnTheLine(centre) == 0);
        var lost = Calls - await centre.Row<int>("select count(*)::int from contact where state in ('ended', 'wrap-up')");
        report.Note($"{hungUp} of {Calls} calls were hung up by their callers");
        report.Figure("voice.kept_contacts_lost", lost, "contacts", atMost: 0);
    }

    static Task<int> Connected(CentreApart centre) => centre.Row<int>("select count(*)::int from contact where state = 'connected'");

    static Task<int> OnTheLine(CentreApart centre) => centre.Row<int>("select count(*)::int from call where ended_at is null");
}

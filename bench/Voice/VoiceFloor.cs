using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Testing.Voice;

namespace Centrala.Bench.Voice;

/// <summary>
/// A centre as people run it, server, telephone and PostgreSQL each a process of its own; sipp is the carrier, and all its
/// agents' phones. What sipp notes of a call is read from the file that it leaves.
/// </summary>
sealed class VoiceFloor : IAsyncDisposable
{
    /// <summary>Where the carrier calls from.</summary>
    const string Carrier = "127.0.0.7";

    readonly CentreApart centre;
    readonly Socket callers = Sink(Carrier), phones = Sink("127.0.0.1");
    readonly int phonePort = CentreApart.FreePort(SocketType.Dgram, ProtocolType.Udp);

    VoiceFloor(CentreApart centre) => this.centre = centre;

    public CentreApart Centre => centre;

    /// <param name="agents">Each has a phone that is registered. Nobody is available yet.</param>
    public static async Task<VoiceFloor> Open(int agents)
    {
        var centre = await CentreApart.Start(agents, wrapUp: TimeSpan.Zero, program: SeparateCentre.Program());
        var floor = new VoiceFloor(centre);
        await centre.RegisterPhones(floor.phonePort);
        return floor;
    }

    /// <summary>Has the first agents take calls, without a desk.</summary>
    public Task MakeAvailable(int agents) => centre.Tell([.. centre.Agents.Take(agents).SelectMany(agent =>
        (CellCommand[])[CellCommand.Reconnect(agent), CellCommand.ChooseState(agent, AgentState.Available)])]);

    /// <summary>Phones that are picked up and do as the scenario says, until this is disposed of.</summary>
    /// <param name="then">What comes behind the ACK.</param>
    /// <param name="sound">The port where they sound; nobody listens there unless it is said.</param>
    public SippRun Phones(string then, int? sound = null) =>
        SippRun.Start(SippScenarios.Phone(sound ?? PortOf(phones), then), $"-i 127.0.0.1 -p {phonePort}");

    /// <summary>Calls the number, and does as the scenario says.</summary>
    /// <param name="then">What comes behind the ACK.</param>
    /// <param name="pace">How often, how many, how many at once: sipp's own words.</param>
    public SippRun Callers(string then, string pace) =>
        SippRun.Start(SippScenarios.Caller(PortOf(callers), then), $"-i {Carrier} {pace} {centre.Sip}");

    /// <summary>Makes all parts warm.</summary>
    public async Task WarmUp(int perSecond, int seconds)
    {
        using var calls = Callers(SippScenarios.HalfASecond, Pace(perSecond, seconds));
        await calls.Over();
    }

    public static string Pace(int perSecond, int seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"-r {perSecond} -m {perSecond * seconds} -l 2000");

    /// <returns>Seconds of processor time since their beginning, by part.</returns>
    public IReadOnlyDictionary<string, double> Cpu() =>
        centre.Processes().ToDictionary(part => part.Key, part => part.Value.Sum(ProcessTime.Of));

    public async ValueTask DisposeAsync()
    {
        await centre.DisposeAsync();
        callers.Dispose();
        phones.Dispose();
    }

    static int PortOf(Socket sink) => ((IPEndPoint)sink.LocalEndPoint!).Port;

    /// <summary>Somewhere for sound to go: nobody reads it.</summary>
    static Socket Sink(string address)
    {
        var sink = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 16 };
        sink.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        return sink;
    }
}

/// <summary>Processor time as the kernel counts it, which neighbours on the machine cannot move.</summary>
static class ProcessTime
{
    /// <summary>Clock ticks a second in /proc; fixed by the kernel's interface.</summary>
    const double TicksPerSecond = 100;

    /// <returns>Seconds, those of children that are gone included; 0 for a process that is gone.</returns>
    public static double Of(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            // The name in the second field may hold blanks; after it, user and system time are the 12th and 13th, children's next.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

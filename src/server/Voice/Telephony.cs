using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Centrala.Protocols.Sip;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Calls;
using Centrala.Server.Voice.Lines;
using Centrala.Server.Voice.Media;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice;

/// <summary>The telephone as a whole: opens what the settings name, and hands what comes in to those who know what to do.</summary>
sealed class Telephony(Settings settings, VoiceBook book, Db database, Cell cell, TimeProvider time, ILogger<Telephony> log)
    : BackgroundService
{
    /// <summary>How long a stop waits until the ends of the calls are stored.</summary>
    static readonly TimeSpan drain = TimeSpan.FromSeconds(5);

    static readonly TimeSpan readBookEvery = TimeSpan.FromSeconds(15);

    readonly VoiceSettings? voice = VoiceSettings.Of(settings.DataFolder);
    readonly Dictionary<SipTransport, Action<Transmit>> senders = [];
    readonly List<IDisposable> ports = [];
    readonly CancellationTokenSource over = new();
    Sources sources = null!;
    SipLine line = null!;
    Telephones telephones = null!;
    MediaReceiver receiver = null!;
    MediaClock clock = null!;
    CallRecords records = null!;
    CallOrders orders = null!;
    CallersEar ear = null!;
    Switchboard switchboard = null!;
    bool isOpen;
    TrunkRegistration[] registrations = [];

    public bool IsOn => voice is not null;

    public string Realm => voice?.Realm ?? "centrala";

    /// <summary>Where each transport is listened to, once started.</summary>
    public IReadOnlyDictionary<SipTransport, IPEndPoint> ListensAt { get; private set; } =
        new Dictionary<SipTransport, IPEndPoint>();

    /// <summary>Whether a call would be taken now.</summary>
    public async Task<bool> TakesCalls() => voice is not null && await line.Ask(_ => line.Agent.TurnsAwayFor is null);

    public override async Task StartAsync(CancellationToken cancel)
    {
        if (voice is not null)
        {
            await book.Read(cancel);
            Open(voice);
            // Whoever was on a line when the program went is gone.
            foreach (var contact in await records.Unfinished(cancel)) orders.End(new(contact, time.GetUtcNow(), Tells: true));
        }
        await base.StartAsync(cancel);
    }

    public Task<(IReadOnlyCollection<string> Phones, IReadOnlyList<ListPhones.TrunkView> Trunks)> Registered() => voice is null
        ? Task.FromResult<(IReadOnlyCollection<string>, IReadOnlyList<ListPhones.TrunkView>)>(([], []))
        : line.Ask<(IReadOnlyCollection<string>, IReadOnlyList<ListPhones.TrunkView>)>(at => (telephones.Registered(at),
            [.. registrations.Select(one => new ListPhones.TrunkView(one.Name, one.IsRegistered))]));

    /// <summary>Hangs up while there is still somebody to tell.</summary>
    public override async Task StopAsync(CancellationToken cancel)
    {
        if (voice is not null)
        {
            var until = time.GetTimestamp();
            while (await line.Ask(Close) > 0 && time.GetElapsedTime(until) < drain && !cancel.IsCancellationRequested)
                await Task.Delay(20, CancellationToken.None);
        }
        await base.StopAsync(cancel);
    }

    public override void Dispose()
    {
        if (over.IsCancellationRequested) return;
        over.Cancel();
        if (isOpen)
        {
            ear.Dispose();
            line.Dispose();
            foreach (var port in ports) port.Dispose();
            clock.Dispose();
            receiver.Dispose();
        }
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (voice is null) return;
        using var rounds = new PeriodicTimer(readBookEvery, time);
        while (await rounds.WaitForNextTickAsync(stop))
        {
            try
            {
                await book.Read(stop);
            }
            catch (Exception away) when (Database.StorageFailures.ProblemOf(away) is not null)
            {
                VoiceLog.BookNotRead(log, away);
            }
        }
    }

    void Open(VoiceSettings on)
    {
        sources = new(on);
        telephones = new(book, on);
        var starts = new List<Action<SipLine>>();
        var at = new Dictionary<SipTransport, IPEndPoint>();
        foreach (var (transport, wanted) in on.Listen.All) at[transport] = Bind(on, transport, wanted, starts);
        ListensAt = at;
        line = new(new(AgentSettings(on), SipTimes.Standard, NewToken), time, Hear, Send, log);
        OpenSwitchboard(on);
        registrations = [.. on.Trunks.Where(trunk => trunk.Registers).Select(trunk => new TrunkRegistration(trunk, line, log))];
        line.Passing += Pass;
        isOpen = true;
        line.Start();
        foreach (var start in starts) start(line);
        foreach (var (transport, where) in at) VoiceLog.Listens(log, transport, where);
    }

    void OpenSwitchboard(VoiceSettings on)
    {
        var music = Music.Of(on.Music);
        (receiver, clock) = (new(), new(log));
        records = new(database, cell, on.Node);
        orders = new(cell, records, over.Token);
        ear = new(cell, news => line.Post(at => switchboard.Hear(news, at)), standings => line.Post(at => switchboard.Recover(standings, at)));
        switchboard = new(on, book, sources, telephones, line, new(on, receiver), clock, music, records, orders, ear,
            () => cell.Status == CellStatus.Writes);
        ear.Listen();
        // Nobody is let in before it is known that somebody routes.
        switchboard.TimePassed(time.GetUtcNow());
    }

    void Pass(DateTimeOffset at)
    {
        Array.ForEach(registrations, one => one.TimePassed(at));
        switchboard.TimePassed(at);
    }

    /// <returns>What is still to be done.</returns>
    int Close(DateTimeOffset at)
    {
        switchboard.Close(at);
        return switchboard.Open + orders.UnderWay;
    }

    IPEndPoint Bind(VoiceSettings on, SipTransport transport, IPEndPoint wanted, List<Action<SipLine>> starts)
    {
        if (transport is SipTransport.Udp)
        {
            var udp = new UdpPort(wanted, sources);
            ports.Add(udp);
            senders[transport] = udp.Send;
            starts.Add(udp.Start);
            return udp.At;
        }
        var port = new StreamPort(transport, sources, transport is SipTransport.Tls ? Certificate(on.Listen) : null, DomainOf);
        ports.Add(port);
        port.Bind(wanted);
        senders[transport] = port.Send;
        starts.Add(port.Start);
        return port.At;
    }

    UserAgentSettings AgentSettings(VoiceSettings on)
    {
        var places = ListensAt.ToDictionary(one => one.Key, one => new IPEndPoint(on.Address, one.Value.Port).ToString());
        return new(places.First().Value, Capabilities.Telephone, "Centrala") { Elsewhere = places };
    }

    /// <summary>Over a transport that is not listened to nothing is sent: its peer hears by no other either.</summary>
    void Send(Transmit transmit)
    {
        if (senders.TryGetValue(transmit.To.Transport, out var send)) send(transmit);
        else VoiceMetrics.Dropped("no-transport");
    }

    string? DomainOf(Hop hop) => sources.TrunkOf(hop.Remote.Address)?.Domain;

    void Hear(CallEvent told, DateTimeOffset at)
    {
        switch (told)
        {
            case Asked { Request.Method: "REGISTER" } asked when sources.IsPhone(asked.Transaction.Hop.Remote.Address):
                if (telephones.Register(asked.Request, asked.Transaction.Hop, NewToken(), at) is { } answer)
                    line.Agent.Respond(asked.Transaction, answer, at);
                break;
            case Asked asked:
                line.Agent.Respond(asked.Transaction, asked.Request.Answer(403, NewToken())!, at);
                break;
            case AnswerArrived answered:
                Array.Exists(registrations, one => one.Take(answered, at));
                break;
            default:
                switchboard.Hear(told, at);
                break;
        }
    }

    static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    static SslStreamCertificateContext Certificate(ListenSettings listen)
    {
        using var read = X509Certificate2.CreateFromPemFile(listen.Certificate!, listen.Key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(listen.Certificate!);
        // A key that was read from PEM cannot be used everywhere until it has been through PKCS #12.
        var certificate = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        return SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }
}

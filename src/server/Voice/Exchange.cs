using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Calls;
using Centrala.Server.Voice.Lines;
using Centrala.Server.Voice.Leads;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;
using Centrala.Server.Voice.Outgoing;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice;

/// <summary>
/// The telephone itself: opens what the settings name, and hands what comes in to those who know what to do. It knows the
/// centre by the link alone: without it calls go on, and nobody new is let in.
/// </summary>
sealed class Exchange : IDisposable
{
    static readonly TimeSpan lastWord = TimeSpan.FromMilliseconds(20);

    readonly VoiceSettings settings;
    readonly ILogger log;
    readonly TimeProvider time;
    readonly Dictionary<SipTransport, Action<Transmit>> senders = [];
    readonly List<IDisposable> ports = [];
    readonly Dictionary<SipTransport, IPEndPoint> listensAt = [];
    readonly Guid run = Guid.CreateVersion7();
    readonly PhoneBook book = new();
    readonly MediaReceiver receiver = new();
    readonly MediaClock clock;
    readonly Outbox outbox;
    readonly Sources sources;
    readonly Telephones telephones;
    readonly KnownPhones phones;
    readonly SipLine line;
    readonly Recordings recordings;
    readonly Switchboard switchboard;
    readonly TrunkRegistration[] registrations;
    readonly BrowserPort? browsers;
    readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    DateTimeOffset? retiresAt;

    /// <param name="folder">For what must outlive the program.</param>
    public Exchange(VoiceSettings settings, string folder, TimeProvider time, ILogger log)
    {
        (this.settings, this.time, this.log) = (settings, time, log);
        outbox = new(Path.Combine(folder, "outbox"), log);
        Link = new(log, outbox);
        clock = new(log);
        sources = new(settings);
        telephones = new(book, settings);
        var starts = new List<Action<SipLine>>();
        foreach (var (transport, wanted) in settings.Listen.All) listensAt[transport] = Bind(transport, wanted, starts);
        line = new(new(AgentSettings(), SipTimes.Standard, NewToken), time, Hear, Send, log);
        recordings = new(Path.GetDirectoryName(folder)!, settings, time, Link.Keep, log);
        browsers = settings.Browsers is { } place ? new(place, settings.BrowsersCome!, time.GetUtcNow()) : null;
        switchboard = new(
            settings, book, sources, telephones, line, new(settings, receiver), clock, Music.Of(settings.Music), recordings, Link)
        {
            Browsers = browsers,
        };
        registrations = [.. settings.Trunks.Where(trunk => trunk.Registers).Select(trunk => new TrunkRegistration(trunk, line, log))];
        line.Passing += Pass;
        Listen();
        Link.KeepAgain();
        phones = new(Path.Combine(folder, "phones"), telephones, line, log);
        phones.Begin();
        // Nobody is let in before it is known that somebody routes.
        switchboard.TimePassed(time.GetUtcNow());
        line.Start();
        foreach (var start in starts) start(line);
        foreach (var (transport, where) in listensAt) VoiceLog.Listens(log, transport, where);
    }

    public LinkEnd Link { get; }

    /// <summary>Done when the centre has ended it.</summary>
    public Task Over => over.Task;

    /// <summary>What the centre is told first when it attaches.</summary>
    public Task<Hello> Hello() => line.Ask(_ => new Hello(run, BuildOf.This, Environment.ProcessId,
        [.. switchboard.Open.Concat(Link.Kept.OfType<CallOver>().Select(over => over.Contact)).Distinct()],
        listensAt.ToDictionary(one => one.Key, one => one.Value.ToString())));

    public void Dispose()
    {
        phones.Dispose();
        line.Dispose();
        foreach (var port in ports) port.Dispose();
        clock.Dispose();
        browsers?.Dispose();
        recordings.Dispose();
        receiver.Dispose();
        outbox.Dispose();
    }

    /// <summary>What the centre says; each is done with the line's turn.</summary>
    void Listen()
    {
        Link.Answer<TurnBook, Done>(turned => line.Ask(_ =>
        {
            book.Turn(turned.Page);
            switchboard.TellReachAnew();
            return Done.It;
        }));
        Link.Hear<Routes>(said => line.Post(_ => switchboard.IsRouted = said.AreOpen));
        Link.Hear<NewsHeard>(said => line.Post(at => switchboard.Hear(said.News, at)));
        Link.Hear<StandingsHeard>(said => line.Post(at => switchboard.Recover(said.Standings, at)));
        // With the turn: a line that is stuck has no pulse.
        Link.Answer<AskPulse, Message>(_ => line.Ask<Message>(_ => Done.It));
        Link.Answer<AskLines, LinesNow>(_ => line.Ask(at => new LinesNow(line.Agent.TurnsAwayFor is null, telephones.Registered(at),
            [.. registrations.Select(one => new ListPhones.TrunkView(one.Name, one.IsRegistered))])));
        Link.Answer<PauseAsked, CallDone>(asked => line.Ask(_ =>
            new CallDone(switchboard.PauseRecording(asked.Contact, asked.Agent, asked.IsPaused))));
        Link.Answer<JoinCall, JoinedCall>(asked => line.Ask(at => switchboard.JoinCall(asked, at)));
        Link.Answer<LeaveCall, CallDone>(asked => line.Ask(at => switchboard.LeaveCall(asked, at)));
        Link.Answer<CallOutside, PlacedCall>(asked => line.Ask(at => switchboard.CallOutside(asked, at)));
        Link.Answer<TalkTo, CallDone>(asked => line.Ask(at => switchboard.TalkTo(asked, at)));
        Link.Answer<DismissOutsider, CallDone>(asked => line.Ask(at => switchboard.Dismiss(asked, at)));
        Link.Answer<HandOutside, CallDone>(asked => line.Ask(at => switchboard.HandOut(asked, at)));
        Link.Answer<PlaceCall, PlacedCall>(asked => line.Ask(at => switchboard.Place(asked, at)));
        Link.Answer<CloseLines, Done>(async asked =>
        {
            await Close();
            // The answer goes out first.
            _ = Task.Delay(lastWord).ContinueWith(_ => over.TrySetResult(), TaskScheduler.Default);
            return Done.It;
        });
        Link.Hear<Retire>(said => line.Post(at => retiresAt ??= at + said.After));
        HearBrowsers();
    }

    void HearBrowsers()
    {
        Link.Answer<OpenBrowser, BrowserAnswer>(asked => line.Ask(_ => switchboard.OpenBrowser(asked)));
        Link.Answer<CloseBrowser, Done>(asked => line.Ask(at =>
        {
            switchboard.CloseBrowser(asked, at);
            return Done.It;
        }));
        Link.Answer<AskBrowser, BrowserNow>(asked => line.Ask(_ => switchboard.Now(asked.Agent)));
        Link.Answer<HoldCall, CallDone>(asked => line.Ask(_ => switchboard.Hold(asked)));
        Link.Answer<PressKeys, CallDone>(asked => line.Ask(_ => switchboard.Press(asked)));
        Link.Answer<EchoBrowser, CallDone>(asked => line.Ask(_ => switchboard.Echo(asked)));
    }

    /// <summary>Hangs up; waits until the ends of the calls were taken.</summary>
    public async Task Close()
    {
        while (await line.Ask(at =>
        {
            switchboard.Close(at);
            return switchboard.Open.Count > 0 || Link.Kept.Any();
        })) await Task.Delay(lastWord);
    }

    void Pass(DateTimeOffset at)
    {
        Array.ForEach(registrations, one => one.TimePassed(at));
        switchboard.TimePassed(at);
        if (retiresAt is not { } due) return;
        switchboard.IsRetired = at >= due;
        if (switchboard.Open.Count == 0 && !Link.Kept.Any()) over.TrySetResult();
    }

    IPEndPoint Bind(SipTransport transport, IPEndPoint wanted, List<Action<SipLine>> starts)
    {
        if (transport is SipTransport.Udp)
        {
            var udp = new UdpPort(wanted, sources);
            ports.Add(udp);
            senders[transport] = udp.Send;
            starts.Add(udp.Start);
            return udp.At;
        }
        var port = new StreamPort(transport, sources, transport is SipTransport.Tls ? Certificate(settings.Listen) : null, DomainOf);
        ports.Add(port);
        port.Bind(wanted);
        senders[transport] = port.Send;
        starts.Add(port.Start);
        return port.At;
    }

    UserAgentSettings AgentSettings()
    {
        var places = listensAt.ToDictionary(one => one.Key, one => new IPEndPoint(settings.Address, one.Value.Port).ToString());
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

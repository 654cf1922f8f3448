using System.Net;
using Centrala.Protocols.Sip;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Centre;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice;

/// <summary>
/// The centre's side of the telephone: holds the link to it, tells it what it must know, and has the parts of the centre
/// listen that are concerned. The telephone goes on while this program is away.
/// </summary>
sealed class Telephony : BackgroundService
{
    /// <summary>How long a stop waits until the ends of the calls are stored.</summary>
    static readonly TimeSpan drain = TimeSpan.FromSeconds(5);

    /// <summary>How long a start waits for the telephone; then the rest of the centre opens without it.</summary>
    static readonly TimeSpan startPatience = TimeSpan.FromSeconds(15);

    /// <summary>A telephone of another build takes calls for so long, unless a moment without one comes first.</summary>
    static readonly TimeSpan retireAfter = TimeSpan.FromMinutes(5);

    static readonly TimeSpan answerPatience = TimeSpan.FromSeconds(2);

    static readonly TimeSpan readBookEvery = TimeSpan.FromSeconds(15), lookAtRoutingEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>A telephone that has not answered so often, one after the other, hangs.</summary>
    const int PulsesMissedMax = 3;

    static readonly TimeSpan pulseEvery = TimeSpan.FromSeconds(1), pulsePatience = TimeSpan.FromSeconds(2);

    static readonly TimeSpan attachAgainAfter = TimeSpan.FromMilliseconds(200);

    readonly VoiceSettings? voice;
    readonly Settings settings;
    readonly VoiceBook book;
    readonly CallRecords records;
    readonly RecordingRecords recordings;
    readonly CallersEar ear;
    readonly Cell cell;
    readonly ILogger log;
    readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource over = new();
    InnerExchange? inner;
    VoiceProcess? process;
    int processNumber;
    volatile bool isClosing;
    Task attaching = Task.CompletedTask;

    public Telephony(
        Settings settings, VoiceBook book, CallRecords records, RecordingRecords recordings, CallersEar ear, Cell cell,
        IEnumerable<IHearsVoice> parts, ILogger<Telephony> log)
    {
        (this.settings, this.book, this.records, this.recordings) = (settings, book, records, recordings);
        (this.ear, this.cell, this.log) = (ear, cell, log);
        voice = VoiceSettings.Of(settings.DataFolder);
        Link = new(log);
        if (voice is null) return;
        Link.Hear<Hello>(Greet);
        foreach (var part in parts) part.Listen(Link);
        book.Tell = page => Link.Ask(new TurnBook(page), answerPatience);
    }

    /// <summary>To ask the telephone, and to tell it.</summary>
    public LinkEnd Link { get; }

    public bool IsOn => voice is not null;

    public string Realm => voice?.Realm ?? "centrala";

    /// <summary>Where each transport is listened to, once the telephone was there.</summary>
    public IReadOnlyDictionary<SipTransport, IPEndPoint> ListensAt { get; private set; } =
        new Dictionary<SipTransport, IPEndPoint>();

    /// <summary>What is on the lines now; nothing where the telephone is off or away.</summary>
    public async Task<LinesNow> Lines() =>
        (IsOn ? await Link.Ask(new AskLines(), answerPatience) : null) ?? new(false, [], []);

    public override async Task StartAsync(CancellationToken cancel)
    {
        if (voice is not null)
        {
            await book.Read(cancel);
            if (settings.TelephoneInside) inner = new(voice, settings, log);
            else process = new(settings.DataFolder, log);
            attaching = Attach();
            await Task.WhenAny(greeted.Task, Task.Delay(startPatience, cancel));
        }
        await base.StartAsync(cancel);
    }

    /// <summary>Hangs up while there is still somebody to tell.</summary>
    public override async Task StopAsync(CancellationToken cancel)
    {
        if (voice is not null)
        {
            isClosing = true;
            var isClosed = Link.IsAttached && await Link.Ask(new CloseLines(), drain) is not null;
            await over.CancelAsync();
            await attaching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (isClosed && inner is null) await VoiceProcess.Gone(processNumber, drain);
        }
        await base.StopAsync(cancel);
    }

    public override void Dispose()
    {
        over.Cancel();
        inner?.Dispose();
        process?.Dispose();
        base.Dispose();
    }

    /// <summary>Numbers and phones may have been changed by another program.</summary>
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        if (voice is null) return;
        await Task.WhenAll(ReadBook(stop), TellWhetherRouted(stop), FeelPulse(stop));
    }

    async Task Attach()
    {
        while (!over.IsCancellationRequested)
        {
            if (await LinkSocket.Connect(settings.DataFolder, over.Token) is { } stream)
            {
                await using var owned = stream;
                await Link.Run(stream, null, over.Token);
                if (!isClosing) VoiceLog.LinkDown(log);
            }
            else if (!isClosing) process?.EnsureStarted();
            await Task.Delay(attachAgainAfter, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    void Greet(Hello hello)
    {
        VoiceLog.LinkUp(log, hello.Calls.Count);
        ListensAt = hello.ListensAt.ToDictionary(one => one.Key, one => IPEndPoint.Parse(one.Value));
        processNumber = hello.Process;
        if (hello.Build != BuildOf.This)
        {
            VoiceLog.OtherBuild(log);
            Link.Say(new Retire(retireAfter));
        }
        _ = Welcome(hello);
    }

    /// <summary>Tells how things stand, and ends what was lost with an earlier telephone.</summary>
    async Task Welcome(Hello hello)
    {
        await Link.Ask(new TurnBook(book.Page), answerPatience);
        Link.Say(new Routes(IsRouted));
        greeted.TrySetResult();
        await ear.Turn(hello.Calls, over.Token);
        await records.LoseAllBut(hello.Calls);
        await recordings.CutAllBut(hello.Calls);
    }

    bool IsRouted => cell.Status == CellStatus.Writes;

    async Task ReadBook(CancellationToken stop)
    {
        using var rounds = new PeriodicTimer(readBookEvery, settings.Time);
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

    /// <summary>A telephone that hangs is ended, so that another one takes its place: its calls are as good as lost.</summary>
    async Task FeelPulse(CancellationToken stop)
    {
        using var rounds = new PeriodicTimer(pulseEvery);
        for (var missed = 0; await rounds.WaitForNextTickAsync(stop);)
        {
            missed = Link.IsAttached && await Link.Ask(new AskPulse(), pulsePatience) is null ? missed + 1 : 0;
            if (missed < PulsesMissedMax || process is null) continue;
            missed = 0;
            process.EndHung();
        }
    }

    async Task TellWhetherRouted(CancellationToken stop)
    {
        using var rounds = new PeriodicTimer(lookAtRoutingEvery);
        for (var told = false; await rounds.WaitForNextTickAsync(stop);)
        {
            if (IsRouted == told) continue;
            told = IsRouted;
            Link.Say(new Routes(told));
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using Centrala.Protocols.Sip;
using Centrala.Server.Foundation;
using Centrala.Server.Voice;
using Centrala.Testing;
using Centrala.Testing.Voice;

namespace Centrala.Browser.Tests;

/// <summary>A centre with a telephone, and a Chromium whose microphone hums.</summary>
public sealed class VoiceFloor(PostgresServer postgres) : BrowserFloor(postgres, WithTelephone), IAsyncLifetime
{
    /// <summary>What every agent's microphone hears, in hertz.</summary>
    public const int AgentHums = 1300;

    const int Hertz = 48_000, Seconds = 2;

    readonly string hum = Path.Combine(Path.GetTempPath(), $"hum-{Guid.NewGuid():N}.wav");
    IPlaywright playwright = null!;
    IBrowser chromium = null!;

    public IPEndPoint Carrier => Centre.Service<Telephony>().ListensAt[SipTransport.Udp];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Until.True(async () => (await Centre.Service<Telephony>().Lines()).TakesCalls);
        using var admin = await Centre.SignIn("admin");
        using var saved = await admin.PutAsJsonAsync($"/api/telephone-numbers/{Guid.CreateVersion7()}",
            new { version = 0, number = Scenarios.Number, queueId = Beds, languageId = Polish, greeting = "ringing" }, CancellationToken.None);
        saved.EnsureSuccessStatusCode();
        WriteHum();
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CENTRALA_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={hum}",
                "--autoplay-policy=no-user-gesture-required", "--allow-loopback-in-peer-connection",
            ],
        });
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        await DisposeAsync();
        File.Delete(hum);
    }

    /// <summary>An agent at the desk in a browser of his own, who can be heard.</summary>
    public async Task<(IPage Page, Guid Id)> NewDesk(bool isAvailable = true)
    {
        var person = await AddAgent();
        var context = await chromium.NewContextAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        // Echo cancellation takes steady tones for noise; the connections are kept where the test can listen to them.
        await page.AddInitScriptAsync("""
            localStorage.setItem('centrala.sound', '{"cleansSound":false}');
            window.peers = [];
            window.RTCPeerConnection = class extends RTCPeerConnection {
              constructor(...given) { super(...given); window.peers.push(this); }
            };
            """);
        await SignIn(page, person);
        await page.Locator("button[data-light=good]").WaitForAsync();
        if (isAvailable) await new Workspace(page).Become("Available");
        return (page, person.Id);
    }

    /// <summary>Whether the loudest that the browser plays is this tone, by the browser's own analyser.</summary>
    public static Task<bool> Hears(IPage page, int hertz) => page.EvaluateAsync<bool>("""
        async hertz => {
          const peer = window.peers.at(-1);
          if (!peer) return false;
          const audio = new AudioContext();
          const meter = new AnalyserNode(audio, { fftSize: 8192, smoothingTimeConstant: 0 });
          audio.createMediaStreamSource(new MediaStream([peer.getReceivers()[0].track])).connect(meter);
          await new Promise(done => setTimeout(done, 400));
          const bins = new Float32Array(meter.frequencyBinCount);
          meter.getFloatFrequencyData(bins);
          const loudest = bins.indexOf(Math.max(...bins));
          const heard = loudest * audio.sampleRate / meter.fftSize;
          await audio.close();
          return bins[loudest] > -60 && Math.abs(heard - hertz) < 25;
        }
        """, hertz);

    static Settings WithTelephone(Settings settings)
    {
        File.WriteAllText(Path.Combine(settings.DataFolder, VoiceSettings.FileName), """
            {
              "listen": { "udp": "127.0.0.1:0" }, "browsers": "127.0.0.1:0", "mediaPortMin": 30000, "mediaPortMax": 39999,
              "trunks": [{ "name": "carrier", "sources": ["127.0.0.7/32"] }]
            }
            """);
        return settings;
    }

    void WriteHum()
    {
        using var file = new BinaryWriter(File.Create(hum));
        const int Bytes = 2 * Hertz * Seconds;
        file.Write("RIFF"u8);
        file.Write(36 + Bytes);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write((short)1);
        file.Write((short)1);
        file.Write(Hertz);
        file.Write(2 * Hertz);
        file.Write((short)2);
        file.Write((short)16);
        file.Write("data"u8);
        file.Write(Bytes);
        for (var i = 0; i < Hertz * Seconds; i++) file.Write((short)(9000 * Math.Sin(2 * Math.PI * AgentHums * i / Hertz)));
    }
}

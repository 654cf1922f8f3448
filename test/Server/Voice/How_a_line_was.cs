using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Centrala.Protocols.Rtp;
using Centrala.Server.Voice.Media;
using Centrala.Server.Voice.Quality;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class How_a_line_was(OpenVoice open)
{
    const int Low = 500, High = 1300;

    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    [Fact]
    public async Task Is_kept_for_both_sides_with_what_their_devices_reported()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var phone = new ToneParty(High);
        var rings = Sipp.Play(Scenarios.PickUp(phone.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var calls = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");
        await Testing.Until.True(() => customer.Hears(High) && phone.Hears(Low));

        // The customer's device says that it missed all, and hears how the centre receives it.
        using var reports = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.7"), 0));
        var there = new IPEndPoint(customer.Call!.Address, customer.Call.Port + 1);
        var missed = new ReportBlock(customer.Source, 255, 100_000, 100_000, 0);
        await reports.SendAsync(new ControlPacket((uint)customer.Port, [missed], false).Write("caller"), there, Cancel);
        var heard = ControlPacket.Read((await reports.ReceiveAsync(Cancel)).Buffer)!;
        Assert.Equal((customer.Source, (uint)customer.Port), (heard.Sender, Assert.Single(heard.Blocks).Source));
        Assert.True(heard.Sent is { Packets: > 10, PayloadBytes: > 1600 });

        var contact = (await ana.Desk()).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await ana.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(rings, calls)) Assert.True(exit == 0, said);
        // On a slow machine the next report may come before the last one.
        while (!ControlPacket.Read((await reports.ReceiveAsync(Cancel)).Buffer)!.IsGoodbye) continue;

        await Testing.Until.True(async () =>
            await voice.Stored<int>($"select count(*)::int from line_quality where contact_id = '{contact}'") == 2);
        var told = await ana.Browser.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}/line-quality", Cancel);
        var lines = told.GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("agentId").ValueKind is JsonValueKind.Null);
        Assert.Equal("PCMA", lines[true].GetProperty("codec").GetString());
        Assert.InRange(lines[true].GetProperty("opinionThere").GetDouble(), 1, 2);
        Assert.InRange(lines[false].GetProperty("opinion").GetDouble(), 1, 4.5);
        Assert.Equal(JsonValueKind.Null, lines[false].GetProperty("opinionThere").ValueKind);
        Assert.True(told.GetProperty("crosstalkSeconds").GetInt32() >= 0);
    }
}

public sealed class The_light_of_a_line
{
    [Fact]
    public void Follows_the_last_seconds_and_not_the_whole_call()
    {
        var watch = new LineWatch();
        Assert.False(watch.Look(Counts(1000, 0)));
        Assert.True(watch.Look(Counts(1250, 60)));
        Assert.Equal(LineLight.Poor, watch.Light);
        Assert.True(watch.Look(Counts(1500, 75)));
        Assert.Equal(LineLight.Fair, watch.Light);
        Assert.True(watch.Look(Counts(1750, 75)));
        Assert.Equal(LineLight.Good, watch.Light);
    }

    [Fact]
    public void Is_as_bad_as_the_worse_direction()
    {
        var watch = new LineWatch();
        watch.Look(Counts(1000, 0) with { LostThere = 0 });
        Assert.True(watch.Look(Counts(1250, 0) with { LostThere = 60 }));
        Assert.Equal(LineLight.Poor, watch.Light);
    }

    static LegCounts Counts(int packets, int lost) => new("PCMA", packets, lost, 0, 0, 40, 60, packets, null, 0);
}

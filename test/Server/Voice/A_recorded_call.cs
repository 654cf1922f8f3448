using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using Centrala.Server.Retention;
using Centrala.Server.Tests.Access;
using Centrala.Server.Voice.Recording;
using Centrala.Testing;

namespace Centrala.Server.Tests.Voice;

[Collection(TheTelephone.Name)]
public sealed class A_recorded_call(OpenVoice open)
{
    const int Low = 500, High = 1300, Words = 900, Hertz = RecordingForm.Hertz, HeadBytes = 44;

    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => VoiceCentre.Soon();

    string DataFolder => voice.Desk.Centre.Service<Centrala.Server.Foundation.Settings>().DataFolder;

    [Fact]
    public async Task Has_each_side_on_its_channel_is_sealed_logged_and_erased_with_its_caller()
    {
        Sipp.MustBeThere();
        await Rule(records: true);
        try
        {
            var recording = await Record();
            using var quality = await voice.Desk.Centre.SignIn("quality", voice.Desk.Slumber);
            var heard = await quality.GetByteArrayAsync($"/api/recordings/{recording}/sound", Cancel);
            var (left, right) = Sides(heard);
            Assert.True(Share(left, Low) > 0.6 && Share(left, High) < 0.05, "The customer is on the left, alone.");
            Assert.True(Share(right, High) > 0.6 && Share(right, Low) < 0.05, "The agent is on the right, alone.");
            Assert.Equal(heard[1000..5000], await Part(quality, recording, 1000, 4999));
            Assert.Equal(1, await voice.Stored<int>($"select count(*)::int from audit where action = 'recording-played' and subject_id = '{recording}'"));
            using var agent = await voice.Desk.Centre.SignIn("agent");
            await (await agent.GetAsync($"/api/recordings/{recording}/sound", Cancel)).Is(HttpStatusCode.Forbidden);

            await Erase();
            await (await quality.GetAsync($"/api/recordings/{recording}/sound", Cancel)).Is(HttpStatusCode.NotFound);
            await voice.Desk.Centre.Service<DeleteErased>().Delete(Cancel);
            Assert.Empty(Directory.EnumerateFiles(DataFolder, $"{recording:n}.rec", SearchOption.AllDirectories));
            Assert.Equal(0, await voice.Stored<int>($"select count(*)::int from call where caller = '{Scenarios.Caller}'"));
        }
        finally
        {
            await Rule(records: false);
        }
    }

    [Fact]
    public async Task Begins_only_when_customer_and_agent_were_told_of_it_in_words()
    {
        Sipp.MustBeThere();
        await Rule(records: true, notice: "spoken");
        try
        {
            await Say("recording", Words, 2.5);
            var (ana, port, _) = await voice.AddAgentWithPhone();
            using var customer = new ToneParty(0, "127.0.0.7");
            using var phone = new ToneParty(0);
            var rings = Sipp.Play(Scenarios.PickUp(phone.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
            var calls = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");
            await Testing.Until.True(() => customer.HasHeard(Words) && phone.HasHeard(Words));
            var contact = (await ana.Desk()).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
            await Testing.Until.True(async () =>
                await voice.Stored<bool>($"select exists (select from recording where contact_id = '{contact}')"));
            var heard = customer.Packets;
            await Testing.Until.True(() => customer.Packets > heard + 60);
            await ana.Do(contact, "end", new { lastMessage = 0 });
            foreach (var (exit, said) in await Task.WhenAll(rings, calls)) Assert.True(exit == 0, said);
            await Testing.Until.True(async () =>
                await voice.Stored<bool>($"select exists (select from recording where contact_id = '{contact}' and outcome = 'whole')"));
            using var quality = await voice.Desk.Centre.SignIn("quality", voice.Desk.Slumber);
            var id = await voice.Stored<Guid>($"select id from recording where contact_id = '{contact}'");
            var (left, right) = Sides(await quality.GetByteArrayAsync($"/api/recordings/{id}/sound", Cancel));
            Assert.True(left.Length >= Hertz && Share(left, Words) < 0.05 && Share(right, Words) < 0.05, "The words are not on the tape.");
        }
        finally
        {
            await Rule(records: false);
        }
    }

    [Fact]
    public async Task Older_than_its_queue_wants_goes_by_night()
    {
        await voice.Execute($"""
            insert into recording (id, contact_id, partner_id, queue_id, node, started_at, ended_at, seconds, outcome)
            select gen_random_uuid(), gen_random_uuid(), partner_id, id, 'elsewhere', days, days, 1, 'whole'
            from queue, unnest(array['2020-01-01'::timestamptz, now()]) days where id = '{voice.Desk.Advice}'
            """);
        await Rule(records: false, days: 30);
        await voice.Desk.Centre.Service<ForgetInTime>().Sweep(Cancel);
        Assert.Equal(1, await voice.Stored<int>("select count(*)::int from recording where node = 'elsewhere' and erased_at is not null"));
        Assert.Equal(1, await voice.Stored<int>("select count(*)::int from recording where node = 'elsewhere' and erased_at is null"));
    }

    /// <summary>A call of a second and a half, in which the agent pauses the recording and goes on with it.</summary>
    async Task<Guid> Record()
    {
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var customer = new ToneParty(Low, "127.0.0.7");
        using var phone = new ToneParty(High);
        var rings = Sipp.Play(Scenarios.PickUp(phone.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        var calls = Sipp.Play(Scenarios.Call(customer.Port) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");
        await Testing.Until.True(() => customer.Hears(High) && phone.Hears(Low));
        var contact = (await ana.Desk()).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, await Pause(ana, contact, true));
        Assert.Equal(HttpStatusCode.NoContent, await Pause(ana, contact, false));
        Assert.Equal(HttpStatusCode.Conflict, await Pause(ana, Guid.NewGuid(), true));
        var heard = customer.Packets;
        await Testing.Until.True(() => customer.Packets > heard + 75);
        await ana.Do(contact, "end", new { lastMessage = 0 });
        foreach (var (exit, said) in await Task.WhenAll(rings, calls)) Assert.True(exit == 0, said);
        await Testing.Until.True(async () =>
            await voice.Stored<bool>($"select exists (select from recording where contact_id = '{contact}' and outcome = 'whole')"));
        using var lead = await voice.Desk.Centre.SignIn("lead", voice.Desk.Slumber);
        var listed = await lead.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}/recordings", Cancel);
        return listed.GetProperty("recordings")[0].GetProperty("id").GetGuid();
    }

    static async Task<HttpStatusCode> Pause(Tests.Desk.AgentDesk agent, Guid contact, bool isPaused)
    {
        using var paused = await agent.Browser.PutAsJsonAsync($"/api/contacts/{contact}/recording/pause", new { isPaused }, Cancel);
        return paused.StatusCode;
    }

    async Task Rule(bool records, int? days = null, string notice = "none") =>
        await (await voice.Admin.PutAsJsonAsync($"/api/queues/{voice.Desk.Advice}/recording", new { records, notice, days }, Cancel))
            .Is(HttpStatusCode.NoContent);

    /// <summary>Has the partner's own voice say a tone.</summary>
    async Task Say(string name, int tone, double seconds)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Answering.What_is_said.Recorded(16_000, tone, seconds));
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        form.Add(file, "file", "own.wav");
        using var saved = await voice.Admin.PutAsync($"/api/partners/{voice.Desk.Slumber}/prompts/en/{name}", form, Cancel);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancel));
    }

    async Task Erase()
    {
        var whom = new { partnerId = await voice.Stored<Guid>($"select partner_id from queue where id = '{voice.Desk.Advice}'"), phone = Scenarios.Caller };
        await Testing.Until.True(async () =>
            (await voice.Admin.PostAsJsonAsync("/api/erasures", whom, Cancel)).StatusCode is HttpStatusCode.OK);
    }

    static async Task<byte[]> Part(HttpClient from, Guid recording, long first, long last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/recordings/{recording}/sound");
        request.Headers.Range = new RangeHeaderValue(first, last);
        using var answer = await from.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    static (short[] Left, short[] Right) Sides(byte[] wav)
    {
        var samples = MemoryMarshal.Cast<byte, short>(wav.AsSpan(HeadBytes)).ToArray();
        return ([.. samples.Where((_, i) => i % 2 == 0)], [.. samples.Where((_, i) => i % 2 == 1)]);
    }

    /// <summary>How much of the loudest second's energy one tone has.</summary>
    static double Share(short[] side, int tone) => side.Chunk(Hertz).Where(second => second.Length == Hertz).Select(second =>
    {
        double all = 1, sine = 0, cosine = 0;
        for (var i = 0; i < second.Length; i++)
        {
            all += (double)second[i] * second[i];
            sine += second[i] * Math.Sin(2 * Math.PI * tone * i / Hertz);
            cosine += second[i] * Math.Cos(2 * Math.PI * tone * i / Hertz);
        }
        return (all, share: 2 * (sine * sine + cosine * cosine) / second.Length / all);
    }).MaxBy(second => second.all).share;
}

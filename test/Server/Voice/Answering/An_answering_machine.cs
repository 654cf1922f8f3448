using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Centrala.Server.Tests.Desk;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Tests.Voice.Answering;

/// <summary>A carrier's calls to a number with an answering plan.</summary>
[Collection(TheTelephone.Name)]
public sealed class An_answering_machine(OpenVoice open)
{
    const int Low = 500, High = 1300, First = 700, Second = 900;

    readonly VoiceCentre voice = open.Centre;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_a_language_by_its_key_and_is_cut_when_an_agent_is_free()
    {
        Sipp.MustBeThere();
        await voice.SendAgentsHome();
        await Record("which", First, 20);
        await Record("busy", Second, 20);
        var number = await Number("+48225550110",
            new { step = "menu", prompt = "which", choices = new[] { new { key = "2", languageId = voice.Desk.Polish } } },
            new { step = "say", prompt = "busy" },
            new { step = "queue", everySeconds = 0 });
        using var customer = new ToneParty(Low, "127.0.0.7");
        var call = Call(customer, number);
        await Testing.Until.True(() => customer.Hears(First));
        Assert.Equal("", await Waiting());
        customer.Press("2");
        await Testing.Until.True(() => customer.Hears(Second));
        await Testing.Until.True(async () => await Waiting() == voice.Desk.Advice.ToString());
        Assert.Equal(voice.Desk.Polish, await voice.Row<Guid?>("select language_id from call order by started_at desc limit 1"));

        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var agent = new ToneParty(High);
        var phone = Sipp.Play(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        await Testing.Until.True(() => customer.Hears(High) && agent.Hears(Low));
        var contact = (await ana.See(desk => States(desk).Contains("connected"))).GetProperty("contacts")[0].GetProperty("contactId").GetGuid();
        await ana.Do(contact, "end", new { lastMessage = 0 });
        await Went(call, phone);
    }

    [Fact]
    public async Task Takes_a_message_while_it_is_closed_which_an_agent_hears_at_his_desk()
    {
        Sipp.MustBeThere();
        await voice.SendAgentsHome();
        var number = await Number("+48225550111",
            new { step = "hours", closed = new[] { new { step = "voicemail", secondsMax = 30 } } }, new { step = "queue" });
        await Open(false);
        try
        {
            using var customer = new ToneParty(Low, "127.0.0.7");
            var call = Call(customer, number);
            // After the tone, a second and a half of humming, and a key.
            await Testing.Until.True(() => customer.Hears(1000));
            await Testing.Until.True(() => !customer.HearsAnything());
            var from = customer.Sent;
            await Testing.Until.True(() => customer.Sent > from + 75);
            customer.Press("#");
            await Went(call);
            await Testing.Until.True(async () => await voice.Row<string>(
                "select c.state from voicemail v join contact c on c.id = v.contact_id order by v.left_at desc limit 1") == "parked");
        }
        finally
        {
            await Open(true);
        }
        var (ana, _, _) = await voice.AddAgentWithPhone();
        await Take(ana, "task");
        var message = await voice.Row<Guid>("select contact_id from voicemail order by left_at desc limit 1");
        var about = await ana.Browser.GetFromJsonAsync<JsonElement>($"/api/contacts/{message}/voicemail", Cancel);
        Assert.Equal(Scenarios.Caller, about.GetProperty("caller").GetString());
        using var played = await ana.Browser.GetAsync($"/api/contacts/{message}/voicemail/sound", Cancel);
        var sound = Wav.Read(await played.Content.ReadAsByteArrayAsync(Cancel))!;
        Assert.True(sound.Length > Wav.Hertz);
        Assert.InRange(What_is_said.Level(sound.AsSpan(Wav.Hertz / 4, Wav.Hertz / 2), Low), 4_000, 9_000);
        var stranger = await voice.Desk.AddAgent(voice.Desk.Kablo);
        using var hidden = await stranger.Browser.GetAsync($"/api/contacts/{message}/voicemail/sound", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Promises_a_callback_that_keeps_its_place_when_the_caller_has_hung_up()
    {
        Sipp.MustBeThere();
        await voice.SendAgentsHome();
        var number = await Number("+48225550112", new { step = "queue", callbackKey = "1" });
        using var customer = new ToneParty(Low, "127.0.0.7");
        var call = Call(customer, number);
        await Testing.Until.True(customer.HearsAnything);
        await Testing.Until.True(async () => await Waiting() != "");
        customer.Press("1");
        await Went(call);
        Assert.Equal("waiting", await voice.Row<string>("select state from contact order by arrived_at desc limit 1"));
        var (ana, _, _) = await voice.AddAgentWithPhone();
        var offer = await Take(ana, "call");
        Assert.Equal(Scenarios.Caller, offer.GetProperty("customerName").GetString());
    }

    [Fact]
    public async Task Refuses_a_plan_that_makes_no_sense_and_names_what_is_wrong()
    {
        using var answer = await Save(Guid.CreateVersion7(),
            [
                new { step = "queue", everySeconds = 5, callbackKey = "x" },
                new { step = "menu", choices = new[] { new { key = "1" } } },
                new { step = "say", prompt = "../secret" },
                new { step = "voicemail", queueId = voice.Desk.Invoices },
            ]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors");
        Assert.Equal(
            ["steps[0]", "steps[0].callbackKey", "steps[0].everySeconds", "steps[1].choices[0].languageId", "steps[2].prompt", "steps[3].queueId"],
            errors.EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal));
        using var unknown = await Save(Guid.CreateVersion7(), [new { step = "dance" }]);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    async Task<string> Number(string number, params object[] steps)
    {
        var plan = Guid.CreateVersion7();
        using var saved = await Save(plan, steps);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancel));
        using var added = await voice.Admin.PutAsJsonAsync($"/api/telephone-numbers/{Guid.CreateVersion7()}",
            new { version = 0, number, queueId = voice.Desk.Advice, answeringPlanId = plan }, Cancel);
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync(Cancel));
        return number;
    }

    Task<HttpResponseMessage> Save(Guid plan, object[] steps) => voice.Admin.PutAsJsonAsync($"/api/answering-plans/{plan}",
        new { version = 0, partnerId = voice.Desk.Slumber, name = plan.ToString(), steps }, Cancel);

    /// <summary>Has the partner's own voice say a tone.</summary>
    async Task Record(string name, int tone, double seconds)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(What_is_said.Recorded(16_000, tone, seconds));
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        form.Add(file, "file", "own.wav");
        using var saved = await voice.Admin.PutAsync($"/api/partners/{voice.Desk.Slumber}/prompts/en/{name}", form, Cancel);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancel));
    }

    async Task Open(bool isOpen)
    {
        using var done = await voice.Admin.PutAsJsonAsync($"/api/queues/{voice.Desk.Advice}/opening", new { open = isOpen, why = "meeting" }, Cancel);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>The queue in which the latest call waits; empty while the router does not know of it.</summary>
    async Task<string> Waiting() => await voice.Row<string>("""
        select c.queue_id::text from call l join contact c on c.id = l.contact_id
        where l.contact_id = (select contact_id from call order by started_at desc limit 1) and c.state = 'waiting'
        """) ?? "";

    Task<(int, string)> Call(ToneParty customer, string number) =>
        Sipp.Play(Scenarios.Call(customer.Port, number) + Scenarios.Hears, $"-i 127.0.0.7 -m 1 {voice.At()}");

    static async Task Went(params Task<(int Exit, string Said)>[] peers)
    {
        foreach (var (exit, said) in await Task.WhenAll(peers)) Assert.True(exit == 0, said);
    }

    /// <summary>Waits for an offer of the channel, takes it and ends the contact.</summary>
    static async Task<JsonElement> Take(AgentDesk agent, string channel)
    {
        bool Is(JsonElement one) => one.GetProperty("channel").GetString() == channel;
        var offer = (await agent.See(desk => desk.GetProperty("offers").EnumerateArray().Any(Is))).GetProperty("offers").EnumerateArray().First(Is);
        var id = offer.GetProperty("contactId").GetGuid();
        using var taken = await agent.Do(id, "acceptance", new { number = offer.GetProperty("number").GetInt32() });
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        using var ended = await agent.Do(id, "end", new { lastMessage = 0 });
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        return offer;
    }

    static string[] States(JsonElement desk) =>
        [.. desk.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("state").GetString()!)];
}

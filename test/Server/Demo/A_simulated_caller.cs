using System.Net;
using Centrala.Server.Demo;
using Centrala.Server.Tests.Voice;

namespace Centrala.Server.Tests.Demo;

/// <summary>An invented customer who really calls: over SIP and RTP, like a carrier's.</summary>
[Collection(TheTelephone.Name)]
public sealed class A_simulated_caller(OpenVoice open)
{
    readonly VoiceCentre voice = open.Centre;

    [Fact]
    public async Task Talks_with_whoever_answers_and_hangs_up_when_the_demo_ends()
    {
        Sipp.MustBeThere();
        var (ana, port, _) = await voice.AddAgentWithPhone();
        using var agent = new ToneParty(0);
        var phone = Sipp.Play(Scenarios.PickUp(agent.Port) + Scenarios.Hears, $"-i 127.0.0.1 -p {port} -m 1");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var caller = new SimulatedCaller(voice.At(), IPAddress.Parse("127.0.0.7"), new("test", Scenarios.Number, "slumber", "slumber-advice"),
            Dialogue.All.First(dialogue => dialogue.Language == "pl"), TimeProvider.System);
        var living = caller.Live(end.Token);
        await ana.See(desk => desk.GetProperty("contacts").EnumerateArray().Any(one => one.GetProperty("state").GetString() == "connected"));
        await Testing.Until.True(agent.HearsAnything);

        await end.CancelAsync();
        await living;
        var (exit, said) = await phone;
        Assert.True(exit == 0, said);
        await ana.See(desk => desk.GetProperty("contacts").EnumerateArray().All(one => one.GetProperty("state").GetString() == "wrap-up"));
    }

    [Fact]
    public void Chooses_the_language_of_his_story_by_its_key()
    {
        var kablo = CompanyNumbers.All.Single(number => number.Word == "kablo");
        Assert.Equal('1', kablo.KeyOf("tr"));
        Assert.Equal('3', kablo.KeyOf("en"));
        Assert.Null(CompanyNumbers.All.Single(number => number.Word == "gateway").KeyOf("en"));
    }
}

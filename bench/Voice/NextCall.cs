namespace Centrala.Bench.Voice;

/// <summary>Many wait: how soon after he has hung up is an agent offered the next call? From his phone's BYE to its next INVITE.</summary>
static class NextCall
{
    const int Agents = 100, Calls = 1100, AtOnce = 300;

    public static async Task Measure(Report report)
    {
        if (!File.Exists(SippRun.Program)) return;
        await using var floor = await VoiceFloor.Open(Agents);
        await floor.MakeAvailable(Agents);
        using var phones = floor.Phones(SippScenarios.RandomTalk);
        using var callers = floor.Callers(SippScenarios.IsHungUp, $"-r 100 -m {Calls} -l {AtOnce}");
        var succeeded = await callers.Over();
        var gaps = Gaps(phones.Notes());
        report.Note($"{succeeded} of {Calls} calls, {gaps.Count} offers");
        report.Figure("voice.next_offer_mean_ms", gaps.Average(), "ms", atMost: 19);
        report.Figure("voice.next_offer_p99_ms", Quantiles.At(gaps, 0.99), "ms", atMost: 48);
    }

    /// <summary>The first offers, while the program warms up, and the last, when nobody waits any more, do not count.</summary>
    static List<double> Gaps(IEnumerable<Noted> notes)
    {
        var free = new Dictionary<string, double>();
        var gaps = new List<double>();
        foreach (var note in notes)
        {
            if (note.What == "frees") free[note.Whom[0]] = note.AtMs;
            else if (free.Remove(note.Whom[0], out var since)) gaps.Add(note.AtMs - since);
        }
        return gaps[(gaps.Count / 5)..];
    }
}

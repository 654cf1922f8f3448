namespace Centrala.Server.Voice.Media;

/// <summary>Who spoke while a customer and an agent could hear each other; in frames of 20 ms.</summary>
/// <param name="Both">At once.</param>
/// <param name="Nobody">Silence.</param>
readonly record struct TalkCounts(int Customer, int Agents, int Both, int Nobody)
{
    public TalkCounts With(bool customerSpeaks, bool agentSpeaks) => (customerSpeaks, agentSpeaks) switch
    {
        (true, true) => this with { Both = Both + 1 },
        (true, false) => this with { Customer = Customer + 1 },
        (false, true) => this with { Agents = Agents + 1 },
        _ => this with { Nobody = Nobody + 1 },
    };
}

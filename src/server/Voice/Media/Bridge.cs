using Centrala.Protocols.Rtp;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice.Media;

/// <summary>
/// The parties of one call and who hears whom, how loud: a matrix of gains. Everything is mixed, nothing passed through.
/// Whoever waits, or was put on hold, hears music.
/// </summary>
sealed class Bridge(Music music)
{
    /// <summary>The customer, the agent, a consulted one, two leads, and one who is just going.</summary>
    public const int LegsMax = 6;

    /// <summary>Between two beeps that remind of a recording: 15 s, in ticks.</summary>
    const int BeepEvery = 750;

    const int CustomersPlace = 0;

    const int Samples = JitterBuffer.FrameSamples;

    readonly Lock gate = new();
    readonly MediaLeg?[] legs = new MediaLeg?[LegsMax];
    readonly Reach[] reaches = new Reach[LegsMax];
    readonly bool[] guests = new bool[LegsMax];
    readonly int[] rooms = new int[LegsMax];
    readonly float[] gains = new float[LegsMax * LegsMax];
    readonly short[] frames = new short[LegsMax * Samples], mixed = new short[Samples], tune = new short[Samples];
    readonly float[] sum = new float[Samples];
    Tape? tape;
    bool reminds;
    int ticks, beepAt, playedTo = Beep.Samples;

    /// <summary>Who has spoken so far.</summary>
    public TalkCounts Talk { get; private set; }

    /// <summary>Set while somebody is rung for those who are there: they hear it ring.</summary>
    public bool RingsBack { get; set; }

    /// <summary>Set while somebody is rung for those who have gone aside: they hear it ring.</summary>
    public bool RingsAside { get; set; }

    /// <summary>The room in which the customer is, and whoever joins.</summary>
    public const int Main = 0;

    /// <summary>Where an agent asks somebody else, unheard by the customer.</summary>
    public const int Aside = 1;

    /// <summary>From now on it hears those who are in that room, and they it.</summary>
    public void MoveTo(MediaLeg leg, int room)
    {
        lock (gate)
        {
            if (Array.IndexOf(legs, leg) is not (var place and >= 0) || rooms[place] == room) return;
            rooms[place] = room;
            TurnAll(place);
        }
    }

    /// <summary>From now on it hears the others, and they it. The first is the customer.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="LegsMax"/> already.</exception>
    public void Join(MediaLeg leg) => Join(leg, Reach.Everybody, isGuest: false);

    /// <summary>From now on a guest hears the others. His keys reach nobody, and his hold is nobody's.</summary>
    /// <param name="reach">Who hears him, of those who are there and of those who come.</param>
    public void Join(MediaLeg leg, Reach reach) => Join(leg, reach, isGuest: true);

    /// <summary>Who hears it from now on.</summary>
    public void SetReach(MediaLeg leg, Reach reach)
    {
        lock (gate)
            if (Array.IndexOf(legs, leg) is var place and >= 0) Turn(place, reach);
    }

    void Join(MediaLeg leg, Reach reach, bool isGuest)
    {
        lock (gate)
        {
            if (Array.IndexOf(legs, leg) >= 0) return;
            var place = Array.IndexOf(legs, null);
            if (place < 0) throw new InvalidOperationException("The bridge is full.");
            (legs[place], guests[place], rooms[place], reaches[place]) = (leg, isGuest, Main, reach);
            TurnAll(place);
        }
    }

    /// <summary>Whom it reaches, and who reaches it.</summary>
    void TurnAll(int place)
    {
        Turn(place, reaches[place]);
        for (var other = 0; other < LegsMax; other++)
            gains[other * LegsMax + place] = legs[other] is not null && Reaches(other, place) ? 1 : 0;
    }

    void Turn(int place, Reach reach)
    {
        reaches[place] = reach;
        for (var other = 0; other < LegsMax; other++) gains[place * LegsMax + other] = Reaches(place, other) ? 1 : 0;
    }

    bool Reaches(int from, int to) =>
        from != to && rooms[from] == rooms[to] && (reaches[from] is Reach.Everybody || reaches[from] is Reach.Agents && to != CustomersPlace);

    public void Leave(MediaLeg leg)
    {
        lock (gate)
            if (Array.IndexOf(legs, leg) is var place and >= 0) legs[place] = null;
    }

    /// <summary>Makes one party hear another louder, softer or not at all.</summary>
    /// <param name="gain">0: not at all; 1: as it is.</param>
    public void Hear(MediaLeg listener, MediaLeg speaker, float gain)
    {
        lock (gate)
        {
            var (to, from) = (Array.IndexOf(legs, listener), Array.IndexOf(legs, speaker));
            if (to >= 0 && from >= 0) gains[from * LegsMax + to] = gain;
        }
    }

    /// <summary>From now on it is recorded what the customer says and what he can hear; null: no longer.</summary>
    /// <param name="remind">Whether everybody hears a beep now and then.</param>
    public void Record(Tape? on, bool remind = false)
    {
        lock (gate) (tape, reminds, beepAt) = (on, remind, 0);
    }

    /// <summary>Everybody hears a beep.</summary>
    public void PlayBeep()
    {
        lock (gate) playedTo = 0;
    }

    /// <summary>Takes 20 ms from everybody, mixes, and sends.</summary>
    public void Tick()
    {
        lock (gate)
        {
            for (var from = 0; from < LegsMax; from++)
                if (legs[from] is { } leg) TakeFrom(leg, from);
            CountTalk();
            if (tape is not null) FeedTape(tape);
            for (var to = 0; to < LegsMax; to++)
                if (legs[to] is { } leg) SendTo(leg, to);
            if (playedTo < Beep.Samples) playedTo += Samples;
            ticks++;
        }
    }

    void CountTalk()
    {
        if (legs[CustomersPlace] is not { Waits: false } customer) return;
        var (hasAgent, speaks) = (false, false);
        for (var place = CustomersPlace + 1; place < LegsMax; place++)
        {
            if (legs[place] is not { } agent || guests[place]) continue;
            hasAgent = true;
            speaks |= agent.Speaks;
        }
        if (hasAgent) Talk = Talk.With(customer.Speaks, speaks);
    }

    void FeedTape(Tape on)
    {
        if (reminds && !on.IsPaused && !on.Customer.Waits && beepAt-- == 0) (playedTo, beepAt) = (0, BeepEvery);
        var customer = Array.IndexOf(legs, on.Customer);
        if (customer < 0) return;
        Sum(customer);
        Clip();
        on.Take(frames.AsSpan(customer * Samples, Samples), mixed);
    }

    void TakeFrom(MediaLeg leg, int from)
    {
        var frame = frames.AsSpan(from * Samples, Samples);
        leg.Take(frame);
        // What a telephone plays to those whom it put on hold is not passed on: the centre has music of its own.
        if (leg.IsHolding) frame.Clear();
        leg.Speech.Hear(frame);
        if (leg.TakeKey() is { } key && !guests[from]) PassOn(key, leg, from);
    }

    /// <summary>Who is alone presses keys for the answering machine.</summary>
    void PassOn(char key, MediaLeg leg, int from)
    {
        var isAlone = true;
        for (var i = 0; i < LegsMax; i++)
        {
            if (legs[i] is not { } other || i == from) continue;
            isAlone = false;
            if (rooms[i] == rooms[from]) other.Press(key);
        }
        if (isAlone) leg.Speech.Press(key);
    }

    void SendTo(MediaLeg leg, int to)
    {
        Sum(to);
        if (leg.Speech.Play(tune)) Add(tune, 1);
        else if (leg.Waits || IsOnHold(leg, to))
        {
            leg.MusicAt = music.Play(leg.MusicAt, tune);
            Add(tune, 1);
        }
        if (RingsBack && to != CustomersPlace || RingsAside && rooms[to] == Aside) Add(RingTone.At(ticks), 1);
        if (playedTo < Beep.Samples) Add(Beep.Frame(playedTo / Samples), 1);
        Clip();
        leg.Send(mixed);
    }

    void Sum(int to)
    {
        Array.Clear(sum);
        for (var from = 0; from < LegsMax; from++)
            if (legs[from] is not null && gains[from * LegsMax + to] is var gain and > 0) Add(frames.AsSpan(from * Samples, Samples), gain);
    }

    void Clip()
    {
        for (var i = 0; i < Samples; i++) mixed[i] = (short)Math.Clamp(sum[i], short.MinValue, short.MaxValue);
    }

    bool IsOnHold(MediaLeg leg, int place)
    {
        for (var other = 0; other < LegsMax; other++)
            if (legs[other] is { IsHolding: true } one && one != leg && !guests[other] && rooms[other] == rooms[place]) return true;
        return false;
    }

    void Add(ReadOnlySpan<short> frame, float gain)
    {
        for (var i = 0; i < Samples; i++) sum[i] += frame[i] * gain;
    }
}

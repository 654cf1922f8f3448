namespace Centrala.Server.Voice.Answering;

/// <summary>
/// One caller's way through the steps of a number. It is told what happens and when, and says what is to be done; it has no
/// line and no clock of its own.
/// </summary>
/// <param name="queue">Where the caller waits unless a step says otherwise.</param>
/// <param name="language">A skill; empty: nobody knows.</param>
/// <param name="tagOf">The tag of a language, and of the empty one.</param>
sealed class Visit(IReadOnlyList<FlowStep> steps, Guid queue, Guid language, Func<Guid, string> tagOf, bool hasNumber)
{
    readonly Queue<Deed> deeds = new();
    IEnumerator<Pause>? way;
    Pause pause;
    DateTimeOffset? due;
    Guid speaks = language;
    bool hasEntered;
    Guid? messageFor;

    public Guid Queue { get; set; } = queue;

    /// <summary>The tag of the language that the caller hears.</summary>
    public string Language => tagOf(speaks);

    /// <summary>Whether his number is known, so that he can be called back.</summary>
    public bool HasNumber => hasNumber;

    /// <summary>What he pressed during the last pause; null: nothing.</summary>
    public char? Key { get; private set; }

    /// <summary>What the centre answered; null: nothing, or not in time.</summary>
    public object? Answer { get; private set; }

    public bool IsGranted => Answer is true;

    /// <summary>An agent is asked whether he takes the call: nothing is said meanwhile.</summary>
    public bool IsOffered { get; private set; }

    public bool TryTake(out Deed? deed) => deeds.TryDequeue(out deed);

    public void Begin(DateTimeOffset at)
    {
        way = Walk(steps).GetEnumerator();
        Go(at);
    }

    public void Press(char key, DateTimeOffset at)
    {
        if (!pause.ForKey || way is null) return;
        Key = key;
        Go(at);
    }

    /// <summary>All that was to be said is said.</summary>
    public void HaveSaid(DateTimeOffset at)
    {
        if (pause.ForSpeech) Go(at);
    }

    public void Hear(object? answer, DateTimeOffset at)
    {
        if (!pause.ForAnswer) return;
        Answer = answer;
        Go(at);
    }

    public void TimePassed(DateTimeOffset at)
    {
        if (due <= at) Go(at);
    }

    /// <summary>Cuts what is being said, at once.</summary>
    public void Offer(DateTimeOffset at)
    {
        IsOffered = true;
        BeSilent();
        HaveSaid(at);
    }

    public void TakeOfferBack() => IsOffered = false;

    /// <summary>An agent has him, or he is gone: the way ends here. A message that he was leaving is kept all the same.</summary>
    public void Stop()
    {
        way = null;
        (pause, due) = (Pause.Forever, null);
        BeSilent();
        if (messageFor is not null) KeepMessage();
    }

    // What follows is for the steps.

    /// <summary>Goes through steps. Where only something to be said stands before the queue, they are heard while waiting in it.</summary>
    public IEnumerable<Pause> Walk(IReadOnlyList<FlowStep> through)
    {
        for (var place = 0; place < through.Count; place++)
        {
            if (through.Skip(place).FirstOrDefault(one => one is not SayPrompt { IsWhole: false }) is WaitInQueue next) EnterQueue(next);
            foreach (var one in through[place].Walk(this)) yield return one;
        }
    }

    public Phrase Phrase(string prompt) => new(prompt, Language);

    public string TagOf(Guid other) => tagOf(other);

    public void Say(string prompt) => Say([Phrase(prompt)]);

    public void Say(IEnumerable<Phrase> phrases) => deeds.Enqueue(new Say([.. phrases]));

    public void BeSilent() => deeds.Enqueue(new BeSilent());

    /// <summary>From now on he speaks this language, and hears it.</summary>
    public void Speak(Guid chosen) => speaks = chosen;

    public void Ask(Deed question)
    {
        Answer = null;
        deeds.Enqueue(question);
    }

    public void EnterQueue(WaitInQueue step)
    {
        if (hasEntered) return;
        hasEntered = true;
        deeds.Enqueue(new EnterQueue(step.QueueId ?? Queue, speaks));
    }

    public void BeginMessage(TimeSpan atMost, Guid forQueue)
    {
        messageFor = forQueue;
        deeds.Enqueue(new BeginMessage(atMost));
    }

    public void KeepMessage()
    {
        Ask(new KeepMessage(messageFor!.Value, speaks));
        messageFor = null;
    }

    public void HangUp() => deeds.Enqueue(new HangUp());

    void Go(DateTimeOffset at)
    {
        // Those who have gone all steps and neither wait nor have hung up have nothing more to expect.
        if (way is null) return;
        if (!way.MoveNext())
        {
            Stop();
            HangUp();
            return;
        }
        Key = null;
        pause = way.Current;
        due = at + pause.AtMost;
    }
}

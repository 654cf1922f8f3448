using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice.Calls;

/// <summary>Recording: from the first agent's answer to the end of the line, where the queue wants it.</summary>
sealed partial class Switchboard
{
    /// <summary>Callers who are being told that they will be recorded.</summary>
    readonly HashSet<Caller> told = [];

    /// <summary>Lets the agent of a call say things that are not to be kept: a card's number. Everybody hears a beep.</summary>
    /// <returns>False when he has no such call, or it is not recorded.</returns>
    public bool PauseRecording(Guid contact, Guid agent, bool isPaused)
    {
        if (!callers.TryGetValue(contact, out var caller) || caller.Agent is not { IsConnected: true } one || one.Agent != agent
            || caller.Tape is not { } tape) return false;
        if (tape.IsPaused == isPaused) return true;
        tape.IsPaused = isPaused;
        caller.Bridge.PlayBeep();
        Tell(agent);
        return true;
    }

    void Record(Caller caller, DateTimeOffset at)
    {
        if (!caller.IsReached || caller.Tape is not null || book.RecordingOf(caller.QueueId) is not { } notice) return;
        if (notice is RecordingNotice.Spoken && !caller.IsToldOfRecording) TellOfRecording(caller);
        else if (!told.Contains(caller)) BeginRecording(caller, notice, at);
    }

    /// <summary>Says it to the customer, and to his agent, who is to wait for its end.</summary>
    void TellOfRecording(Caller caller)
    {
        var language = book.Answering.TagOf(caller.LanguageId, caller.Number.PartnerId);
        var words = book.Answering.Prompts.Of(caller.Number.PartnerId, new(PromptNames.Recording, language));
        caller.IsToldOfRecording = true;
        caller.Sound.Leg.Speech.Say([words]);
        caller.Agent?.Leg?.Speech.Say([words]);
        told.Add(caller);
    }

    /// <summary>Nothing is kept before the last word of it.</summary>
    void RecordTold(DateTimeOffset at)
    {
        foreach (var caller in told.Where(one => one.Sound.Leg.Speech.IsOver).ToList())
        {
            told.Remove(caller);
            BeginRecording(caller, RecordingNotice.Spoken, at);
        }
    }

    void BeginRecording(Caller caller, RecordingNotice notice, DateTimeOffset at)
    {
        caller.Tape = recordings.Begin(caller, at);
        caller.Bridge.Record(caller.Tape, remind: notice is RecordingNotice.Beep);
        TellAgent(caller);
    }

    void StopRecording(Caller caller)
    {
        told.Remove(caller);
        caller.Bridge.Record(null);
        caller.Tape?.End();
        caller.Tape = null;
    }
}

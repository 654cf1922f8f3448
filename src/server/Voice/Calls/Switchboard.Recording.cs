using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice.Calls;

/// <summary>Recording: from the first agent's answer to the end of the line, where the queue of the number wants it.</summary>
sealed partial class Switchboard
{
    /// <summary>Lets the agent of a call say things that are not to be kept: a card's number. Everybody hears a beep.</summary>
    /// <returns>False when he has no such call, or it is not recorded.</returns>
    public bool PauseRecording(Guid contact, Guid agent, bool isPaused)
    {
        if (!callers.TryGetValue(contact, out var caller) || caller.Agent is not { IsConnected: true } one || one.Agent != agent
            || caller.Tape is not { } tape) return false;
        if (tape.IsPaused == isPaused) return true;
        tape.IsPaused = isPaused;
        caller.Bridge.PlayBeep();
        return true;
    }

    void Record(Caller caller, DateTimeOffset at)
    {
        if (!caller.IsReached || caller.Tape is not null || caller.Number.Recording is not { } notice) return;
        caller.Tape = recordings.Begin(caller, at);
        caller.Bridge.Record(caller.Tape, remind: notice is RecordingNotice.Beep);
    }

    static void StopRecording(Caller caller)
    {
        caller.Bridge.Record(null);
        caller.Tape?.End();
        caller.Tape = null;
    }
}

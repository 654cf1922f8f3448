using Centrala.Protocols.Rtp;
using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;

namespace Centrala.Server.Voice.Calls;

/// <summary>Callers on their way through the steps of a number: what their walks want is done on the line, or asked of the centre.</summary>
sealed partial class Switchboard
{
    /// <summary>Shorter messages are a breath, or a receiver that was put down.</summary>
    static readonly TimeSpan messageLeast = TimeSpan.FromSeconds(1);

    readonly HashSet<Caller> visiting = [];

    /// <summary>The call is stored: it is answered, and the walk begins.</summary>
    void BeginVisit(Caller caller, IReadOnlyList<FlowStep> steps, DateTimeOffset at)
    {
        AnswerCaller(caller, at);
        var number = caller.Number;
        var visit = new Visit(steps, number.QueueId, number.LanguageId, one => book.Answering.TagOf(one, number.PartnerId), caller.CallerNumber is not null);
        caller.Visit = visit;
        visiting.Add(caller);
        visit.Begin(at);
        Do(caller, visit, at);
    }

    /// <summary>Looks after the walks: keys, what has been said to its end, and whose time is over.</summary>
    void VisitAll(DateTimeOffset at)
    {
        foreach (var caller in visiting)
        {
            var visit = caller.Visit!;
            var speech = caller.Sound.Leg.Speech;
            while (speech.TryTakeKey(out var key)) visit.Press(key, at);
            Do(caller, visit, at);
            if (speech.IsOver) visit.HaveSaid(at);
            visit.TimePassed(at);
            Do(caller, visit, at);
        }
    }

    /// <summary>An agent is asked: what was being said is cut.</summary>
    void CutVisit(Caller caller, DateTimeOffset at)
    {
        if (caller.Visit is not { } visit) return;
        visit.Offer(at);
        Do(caller, visit, at);
    }

    void EndVisit(Caller caller, DateTimeOffset at)
    {
        if (caller.Visit is not { } visit) return;
        caller.Visit = null;
        visiting.Remove(caller);
        visit.Stop();
        Do(caller, visit, at);
    }

    void Do(Caller caller, Visit visit, DateTimeOffset at)
    {
        while (visit.TryTake(out var deed)) Do(caller, visit, deed!, at);
    }

    void Do(Caller caller, Visit visit, Deed deed, DateTimeOffset at)
    {
        var speech = caller.Sound.Leg.Speech;
        switch (deed)
        {
            case Say say:
                speech.Say(say.Phrases.Select(phrase => book.Answering.Prompts.Of(caller.Number.PartnerId, phrase)));
                break;
            case BeSilent:
                speech.Cut();
                break;
            case EnterQueue enter:
                caller.IsRouted = caller.Sound.Leg.Waits = true;
                (caller.QueueId, caller.LanguageId) = (enter.Queue, enter.Language);
                link.Keep(new CallerWaits(caller.Contact, enter.Queue, enter.Language, at));
                break;
            case AskWhetherOpen asked:
                Ask(caller, visit, new AskOpen(asked.Queue), told => told?.Is);
                break;
            case AskPlace:
                Ask(caller, visit, new AskStanding(caller.Contact), told => told?.Place);
                break;
            case PromiseCallback:
                Ask(caller, visit, new AskCallback(caller.Contact, caller.CallerNumber!), told => CalledBack(caller, told is { Is: true }));
                break;
            case BeginMessage begin:
                speech.BeginMessage(begin.AtMost);
                break;
            case KeepMessage keep:
                visit.Hear(Keep(caller, keep, at), at);
                break;
            case HangUp:
                caller.Line.HangUp(at);
                break;
            default:
                throw new InvalidOperationException($"Nobody does {deed.GetType().Name}.");
        }
    }

    void Ask<TReply>(Caller caller, Visit visit, Question<TReply> question, Func<TReply?, object?> read) where TReply : Message
    {
        _ = Asked();

        async Task Asked()
        {
            var told = await link.Ask(question, patience);
            line.Post(at =>
            {
                visit.Hear(read(told), at);
                Do(caller, visit, at);
            });
        }
    }

    /// <summary>The contact is no longer the caller's to end: it goes on without him on the line.</summary>
    static object CalledBack(Caller caller, bool isPromised)
    {
        caller.IsLetGo |= isPromised;
        return isPromised;
    }

    /// <returns>Whether there was a message worth keeping.</returns>
    object Keep(Caller caller, KeepMessage keep, DateTimeOffset at)
    {
        var samples = caller.Sound.Leg.Speech.TakeMessage();
        if (samples.Length < messageLeast.TotalSeconds * Wav.Hertz) return false;
        var sound = new byte[samples.Length];
        G711.EncodeA(samples, sound);
        link.Keep(new VoicemailLeft(Guid.CreateVersion7(at), caller.Contact, caller.Number.PartnerId, keep.Queue, keep.Language,
            caller.CallerNumber, sound, at));
        return true;
    }
}

using System.Net;
using Centrala.Protocols.Sip;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Lines;
using Centrala.Server.Voice.Link;
using Centrala.Server.Voice.Media;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice.Calls;

/// <summary>
/// Joins callers and agents as the router decides: a back-to-back user agent, which lets neither side see the other's
/// addresses. All of it runs with the line's turn; its parts are about callers, about agents, and about the router's news.
/// </summary>
sealed partial class Switchboard(
    VoiceSettings settings, PhoneBook book, Sources sources, Telephones telephones, SipLine line, MediaPorts ports, MediaClock clock,
    Music music, Recordings recordings, LinkEnd link)
{
    /// <summary>What those are told who are turned away.</summary>
    static readonly TimeSpan fullRetry = TimeSpan.FromSeconds(5), rushRetry = TimeSpan.FromSeconds(1);

    /// <summary>How long a caller's beginning may take to be stored, and a decision to be made.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    static readonly TimeSpan second = TimeSpan.FromSeconds(1);

    readonly Dictionary<Guid, Caller> callers = [];
    DateTimeOffset secondBegan;
    int newThisSecond;
    ulong sessions;
    bool isClosing;

    /// <summary>Contacts of the callers on the line.</summary>
    public IReadOnlyCollection<Guid> Open => callers.Keys;

    /// <summary>Somebody routes; otherwise nobody is let in.</summary>
    public bool IsRouted { get; set; }

    /// <summary>Another one is to take its place as soon as the last caller has gone.</summary>
    public bool IsRetired { get; set; }

    /// <summary>What the user agent tells of calls.</summary>
    public void Hear(CallEvent told, DateTimeOffset at)
    {
        switch (told)
        {
            case CallArrived arrived:
                Take(arrived, at);
                break;
            case CallAnswered { Call.Tag: PhoneLine agent } answered:
                PickedUp(agent, answered.Answer, at);
                break;
            case CallAnswered { Call.Tag: Guest guest } answered:
                GuestPickedUp(guest, answered.Answer, at);
                break;
            case CallAnswered { Call.Tag: Dialling dialling } answered:
                DiallerPickedUp(dialling, answered.Answer, at);
                break;
            case CallAnswered { Call.Tag: Outsider outsider } answered:
                OutsiderAnswered(outsider, answered.Answer, at);
                break;
            case CallAnswered { Call.Tag: Caller called } answered:
                CustomerAnswered(called, answered.Answer, at);
                break;
            case CallRinging { Call.Tag: Caller called, Answer: { } media }:
                CustomerRings(called, media);
                break;
            case CallEstablished { Call.Tag: Caller caller, Answer: { } media }:
                caller.Sound.Take(media, caller.Line.Heard.Remote.Address);
                break;
            case OfferArrived offer:
                ChangeSound(offer.Call, offer.Offer, at);
                break;
            case OfferAnswered { Answer: { } media } answered:
                SoundOf(answered.Call)?.Take(media, answered.Call.Heard.Remote.Address);
                break;
            case TransferAsked asked:
                Transfer(asked, at);
                break;
            case CallEnded { Call.Tag: Guest guest }:
                GuestGone(guest, at);
                break;
            case CallEnded { Call.Tag: Outsider outsider }:
                OutsiderGone(outsider, at);
                break;
            case CallEnded { Call.Tag: Dialling dialling }:
                DiallerGone(dialling, at);
                break;
            case CallEnded { Call.Tag: Caller caller } ended:
                if (!TriesNextCarrier(caller, ended, at)) CallerGone(caller, ended, at);
                break;
            case CallEnded { Call.Tag: PhoneLine agent } ended:
                PhoneGone(agent, ended, at);
                break;
            default:
                break;
        }
    }

    /// <summary>Looks after what no message tells: whether there is room, and who has fallen silent.</summary>
    public void TimePassed(DateTimeOffset at)
    {
        VisitAll(at);
        if (hasReachChanged || phonesSeen != telephones.Changes || at - secondBegan >= second) TellReach(at);
        RecordTold(at);
        if (at - secondBegan >= second)
        {
            (secondBegan, newThisSecond) = (at, 0);
            EndSilent(at);
            EndWithoutBrowser(at);
            LookAtLines(at);
            PassOverSilentCarriers(at);
        }
        Browsers?.TimePassed();
        line.Agent.TurnsAwayFor = IsFull ? fullRetry : newThisSecond >= settings.NewCallsPerSecondMax ? rushRetry : null;
    }

    /// <summary>Takes no more calls and ends those that are on: the program stops.</summary>
    public void Close(DateTimeOffset at)
    {
        isClosing = true;
        line.Agent.TurnsAwayFor = fullRetry;
        foreach (var caller in callers.Values.ToList()) caller.Line.HangUp(at);
    }

    bool IsFull => isClosing || IsRetired || callers.Count >= settings.CallsMax || !IsRouted || !link.IsAttached;

    void Tell(CellCommand command) => link.Keep(new TellRouter(command));

    /// <summary>Hold, retrieval, another address: the peer's wish is done where its sound can still be understood.</summary>
    void ChangeSound(Call call, Sdp? offer, DateTimeOffset at)
    {
        if (SoundOf(call) is not { } sound) call.AnswerOffer(null, at);
        else call.AnswerOffer(offer is null ? sound.Offer() : sound.Answer(offer, call.Heard.Remote.Address), at);
    }

    static Sound? SoundOf(Call call) => call.Tag switch
    {
        Caller caller => caller.Sound,
        PhoneLine agent => agent.Sound,
        Guest guest => guest.Sound,
        Dialling one => one.Sound,
        Outsider outsider => outsider.Sound,
        _ => null,
    };

    /// <returns>Null when no port is free.</returns>
    Sound? OpenSound() => ports.Open() is { } open ? new(open, settings.Address, ++sessions) : null;

    SipUri Self(string user) => (SipUri)AddressUri.Parse($"sip:{user}@{Host(settings.Address)}");

    static string Host(IPAddress address) => address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : $"{address}";
}

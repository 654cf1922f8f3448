namespace Centrala.Protocols.Sip;

/// <summary>What the user agent wants done, or has to tell; in order.</summary>
public abstract record CallEvent;

/// <summary>These bytes are to be sent.</summary>
public sealed record Transmit(ReadOnlyMemory<byte> Datagram, Hop To) : CallEvent;

/// <summary>Somebody calls; a 100 has gone out.</summary>
/// <param name="Offer">Null when the caller leaves the offer to us.</param>
/// <param name="Replaces">The call that this one shall take the place of (RFC 3891); null when none.</param>
public sealed record CallArrived(Call Call, SipRequest Invite, Sdp? Offer, Call? Replaces) : CallEvent;

/// <param name="Answer">The peer's media before it answers, if it says so.</param>
public sealed record CallRinging(Call Call, int Status, Sdp? Answer) : CallEvent;

/// <summary>The peer took our call.</summary>
public sealed record CallAnswered(Call Call, Sdp? Answer) : CallEvent;

/// <summary>The peer's ACK of our 2xx has come.</summary>
/// <param name="Answer">Of a peer that had left the offer to us.</param>
public sealed record CallEstablished(Call Call, Sdp? Answer) : CallEvent;

/// <summary>The peer wants the media changed, or asks for our offer (null); to be answered by <see cref="Call.AnswerOffer"/>.</summary>
public sealed record OfferArrived(Call Call, Sdp? Offer) : CallEvent;

/// <summary>How the peer took our wish to change the media.</summary>
/// <param name="Answer">Null when it refused: all stays as it was.</param>
public sealed record OfferAnswered(Call Call, int Status, Sdp? Answer) : CallEvent;

/// <summary>The peer asks to be connected with somebody else; 202 has gone out, <see cref="Call.TellTransfer"/> says how it goes.</summary>
public sealed record TransferAsked(Call Call, NameAddress To, string? ReferredBy) : CallEvent;

/// <summary>How the transfer goes that we asked for.</summary>
public sealed record TransferProgressed(Call Call, int Status) : CallEvent;

/// <summary>An INFO within a call: some telephones send keys so.</summary>
public sealed record CallInformed(Call Call, SipRequest Info) : CallEvent;

/// <param name="Status">Of a refusal; 0 when the call had been on.</param>
public sealed record CallEnded(Call Call, CallEnd Why, int Status) : CallEvent;

/// <summary>A request outside of calls, such as REGISTER; to be answered by <see cref="UserAgent.Respond"/>.</summary>
public sealed record Asked(ServerTransaction Transaction, SipRequest Request) : CallEvent;

/// <summary>A response to a request of ours outside of calls; a 408 or 503 of our own where none came.</summary>
public sealed record AnswerArrived(ClientTransaction Transaction, int Status, SipResponse? Response) : CallEvent;

public enum CallEnd
{
    /// <summary>We hung up, cancelled or refused.</summary>
    Ours,

    /// <summary>The peer hung up.</summary>
    Theirs,

    /// <summary>The peer gave up before an answer.</summary>
    Cancelled,

    /// <summary>The peer refused, with a status.</summary>
    Refused,

    /// <summary>The peer is not heard of any more: no answer, no ACK, no refresh.</summary>
    Lost,
}

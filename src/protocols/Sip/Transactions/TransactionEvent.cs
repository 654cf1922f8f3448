namespace Centrala.Protocols.Sip;

/// <summary>What the transactions want done, or have to tell; in order.</summary>
public abstract record TransactionEvent;

/// <summary>These bytes are to be sent.</summary>
public sealed record Outgoing(ReadOnlyMemory<byte> Datagram, Hop To) : TransactionEvent;

/// <summary>A new request, to be answered by <see cref="Transactions.Respond"/>.</summary>
public sealed record RequestArrived(ServerTransaction Transaction, SipRequest Request) : TransactionEvent;

/// <summary>An ACK of a 2xx, which is no transaction's.</summary>
public sealed record AckArrived(SipRequest Ack, Hop From) : TransactionEvent;

/// <summary>The caller gave up before a final response; the CANCEL itself has been answered.</summary>
public sealed record CancelArrived(ServerTransaction Invite) : TransactionEvent;

/// <summary>A response to a request of ours; of 2xx to an INVITE every one, repeated and forked ones too.</summary>
public sealed record ResponseArrived(ClientTransaction Transaction, SipResponse Response) : TransactionEvent;

/// <summary>No final response came in time, or the request could not be sent: to be taken for a 408 or 503.</summary>
public sealed record RequestFailed(ClientTransaction Transaction, int Status) : TransactionEvent;

/// <summary>Nothing more can come to a request of ours.</summary>
public sealed record RequestOver(ClientTransaction Transaction) : TransactionEvent;

/// <summary>A final response to an INVITE was never acknowledged.</summary>
public sealed record AckMissing(ServerTransaction Transaction) : TransactionEvent;

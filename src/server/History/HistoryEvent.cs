using System.Text.Json;
using System.Text.Json.Serialization;
using Centrala.Core.Routing;

namespace Centrala.Server.History;

/// <summary>One thing that happened to a contact, as the journal has it.</summary>
/// <param name="Kind">arrived, queued, step-entered, offered, offer-failed, connected, segment-ended and so on.</param>
/// <param name="Reason">Null where the kind has none.</param>
/// <param name="Step">From 1 in the contact's steps; null where none is meant.</param>
/// <param name="Offer">From 1 within the contact.</param>
/// <param name="Until">The other instant of the kind: end of the step, of the offer or of the wrap-up, or when it wakes.</param>
/// <param name="WrapsUp">A segment ended and its wrap-up began.</param>
public sealed record HistoryEvent(
    DateTimeOffset At, string Kind, HistoryName? Agent, HistoryName? ToAgent, HistoryName? Queue,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Offer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until,
    bool WrapsUp)
{
    /// <summary>Whether an event is part of a contact's story; what only keeps the router's books is not.</summary>
    internal static bool Tells(EventKind kind) => kind is
        EventKind.Arrived or EventKind.Queued or EventKind.StepEntered or EventKind.Offered or EventKind.OfferFailed
        or EventKind.Connected or EventKind.SegmentEnded or EventKind.WrapUpEnded or EventKind.ContactEnded
        or EventKind.ContactParked or EventKind.ContactWoken or EventKind.ContactReopened or EventKind.SeekEnded
        or EventKind.CallbackPromised or EventKind.WorkPaused or EventKind.WorkResumed or EventKind.PrioritySet
        or EventKind.OfferedTooOften or EventKind.StepsFixed or EventKind.TransferStarted
        or EventKind.Consulted or EventKind.ConsultEnded;

    internal static HistoryEvent Of(in Event happened, Func<int, HistoryName?> agent, Func<int, HistoryName?> queue) => new(
        happened.At, Word(happened.Kind), agent(happened.Agent), agent(happened.ToAgent), queue(happened.Queue),
        happened.Reason == Core.Vocabulary.Reason.None ? null : Word(happened.Reason),
        happened.Kind is EventKind.Queued or EventKind.StepEntered && happened.Step > 0 ? happened.Step : null,
        happened.Offer == 0 ? null : happened.Offer,
        // The instant from which a wait counts is told by the arrival.
        happened.Kind is EventKind.Arrived or EventKind.ContactWoken or EventKind.ContactReopened ? null : happened.Until,
        happened.Kind == EventKind.SegmentEnded && happened.Flag);

    static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <param name="Name">Null when the reader may not see it, or it was erased.</param>
public sealed record HistoryName(Guid Id, string? Name);

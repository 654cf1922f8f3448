using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

static class EventFormat
{
    [Flags]
    enum Fields
    {
        Channel = 1 << 0,
        State = 1 << 1,
        Reason = 1 << 2,
        Flag = 1 << 3,
        Step = 1 << 4,
        Contact = 1 << 5,
        Agent = 1 << 6,
        Queue = 1 << 7,
        ToAgent = 1 << 8,
        Segment = 1 << 9,
        Offer = 1 << 10,
        Language = 1 << 11,
        Cost = 1 << 12,
        BaseMilli = 1 << 13,
        Number = 1 << 14,
        Until = 1 << 15,
        Id = 1 << 16,
        External = 1 << 17,
        Detail = 1 << 18,
        Every = (1 << 19) - 1,
    }

    public static void Write(in Event happened, ByteWriter to)
    {
        var fields = Present(happened);
        to.Byte((byte)happened.Kind);
        to.Unsigned((ulong)fields);
        if (fields.HasFlag(Fields.Channel)) to.Byte((byte)happened.Channel);
        if (fields.HasFlag(Fields.State)) to.Byte((byte)happened.State);
        if (fields.HasFlag(Fields.Reason)) to.Byte((byte)happened.Reason);
        if (fields.HasFlag(Fields.Step)) to.Byte(happened.Step);
        if (fields.HasFlag(Fields.Contact)) to.Number(happened.Contact);
        if (fields.HasFlag(Fields.Agent)) to.Number(happened.Agent);
        if (fields.HasFlag(Fields.Queue)) to.Number(happened.Queue);
        if (fields.HasFlag(Fields.ToAgent)) to.Number(happened.ToAgent);
        if (fields.HasFlag(Fields.Segment)) to.Number(happened.Segment);
        if (fields.HasFlag(Fields.Offer)) to.Number(happened.Offer);
        if (fields.HasFlag(Fields.Language)) to.Number(happened.Language);
        if (fields.HasFlag(Fields.Cost)) to.Number(happened.Cost);
        if (fields.HasFlag(Fields.BaseMilli)) to.Number(happened.BaseMilli);
        if (fields.HasFlag(Fields.Number)) to.Number(happened.Number);
        if (fields.HasFlag(Fields.Until)) to.Number(happened.UntilTicks - happened.AtTicks);
        if (fields.HasFlag(Fields.Id)) to.Id(happened.Id);
        if (fields.HasFlag(Fields.External)) to.Id(happened.External);
        if (fields.HasFlag(Fields.Detail)) SettingsFormat.Write(happened.Detail, to);
    }

    public static Event Read(ref ByteReader from, long at)
    {
        var kind = (EventKind)from.Byte();
        var fields = (Fields)from.Count((int)Fields.Every);
        return new()
        {
            Kind = kind,
            AtTicks = at,
            Channel = fields.HasFlag(Fields.Channel) ? (Channel)from.Byte() : default,
            State = fields.HasFlag(Fields.State) ? (AgentState)from.Byte() : default,
            Reason = fields.HasFlag(Fields.Reason) ? (Reason)from.Byte() : default,
            Flag = fields.HasFlag(Fields.Flag),
            Step = fields.HasFlag(Fields.Step) ? from.Byte() : (byte)0,
            Contact = fields.HasFlag(Fields.Contact) ? from.Small() : 0,
            Agent = fields.HasFlag(Fields.Agent) ? from.Small() : 0,
            Queue = fields.HasFlag(Fields.Queue) ? from.Small() : 0,
            ToAgent = fields.HasFlag(Fields.ToAgent) ? from.Small() : 0,
            Segment = fields.HasFlag(Fields.Segment) ? from.Small() : 0,
            Offer = fields.HasFlag(Fields.Offer) ? from.Small() : 0,
            Language = fields.HasFlag(Fields.Language) ? from.Small() : 0,
            Cost = fields.HasFlag(Fields.Cost) ? from.Small() : 0,
            BaseMilli = fields.HasFlag(Fields.BaseMilli) ? from.Small() : 0,
            Number = fields.HasFlag(Fields.Number) ? from.Number() : 0,
            UntilTicks = fields.HasFlag(Fields.Until) ? at + from.Number() : 0,
            Id = fields.HasFlag(Fields.Id) ? from.Id() : default,
            External = fields.HasFlag(Fields.External) ? from.Id() : default,
            Detail = fields.HasFlag(Fields.Detail) ? SettingsFormat.Read(ref from) : null,
        };
    }

    static Fields Present(in Event happened) =>
        If(happened.Channel != default, Fields.Channel)
        | If(happened.State != default, Fields.State)
        | If(happened.Reason != default, Fields.Reason)
        | If(happened.Flag, Fields.Flag)
        | If(happened.Step != 0, Fields.Step)
        | If(happened.Contact != 0, Fields.Contact)
        | If(happened.Agent != 0, Fields.Agent)
        | If(happened.Queue != 0, Fields.Queue)
        | If(happened.ToAgent != 0, Fields.ToAgent)
        | If(happened.Segment != 0, Fields.Segment)
        | If(happened.Offer != 0, Fields.Offer)
        | If(happened.Language != 0, Fields.Language)
        | If(happened.Cost != 0, Fields.Cost)
        | If(happened.BaseMilli != 0, Fields.BaseMilli)
        | If(happened.Number != 0, Fields.Number)
        | If(happened.UntilTicks != 0, Fields.Until)
        | If(happened.Id != default, Fields.Id)
        | If(happened.External != default, Fields.External)
        | If(happened.Detail is not null, Fields.Detail);

    static Fields If(bool present, Fields field) => present ? field : 0;
}

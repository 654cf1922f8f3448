using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

static class CommandFormat
{
    [Flags]
    enum Fields : ushort
    {
        Channel = 1 << 0,
        State = 1 << 1,
        Reason = 1 << 2,
        Flag = 1 << 3,
        Contact = 1 << 4,
        Agent = 1 << 5,
        Queue = 1 << 6,
        ToAgent = 1 << 7,
        Language = 1 << 8,
        Cost = 1 << 9,
        BaseMilli = 1 << 10,
        Number = 1 << 11,
        Ticks = 1 << 12,
        Id = 1 << 13,
        External = 1 << 14,
        Detail = 1 << 15,
    }

    public static void Write(in Command command, ByteWriter to)
    {
        var fields = Present(command);
        to.Byte((byte)command.Kind);
        to.Unsigned((ulong)fields);
        if (fields.HasFlag(Fields.Channel)) to.Byte((byte)command.Channel);
        if (fields.HasFlag(Fields.State)) to.Byte((byte)command.State);
        if (fields.HasFlag(Fields.Reason)) to.Byte((byte)command.Reason);
        if (fields.HasFlag(Fields.Contact)) to.Number(command.Contact);
        if (fields.HasFlag(Fields.Agent)) to.Number(command.Agent);
        if (fields.HasFlag(Fields.Queue)) to.Number(command.Queue);
        if (fields.HasFlag(Fields.ToAgent)) to.Number(command.ToAgent);
        if (fields.HasFlag(Fields.Language)) to.Number(command.Language);
        if (fields.HasFlag(Fields.Cost)) to.Number(command.Cost);
        if (fields.HasFlag(Fields.BaseMilli)) to.Number(command.BaseMilli);
        if (fields.HasFlag(Fields.Number)) to.Number(command.Number);
        if (fields.HasFlag(Fields.Ticks)) to.Number(command.Ticks);
        if (fields.HasFlag(Fields.Id)) to.Id(command.Id);
        if (fields.HasFlag(Fields.External)) to.Id(command.External);
        if (fields.HasFlag(Fields.Detail)) SettingsFormat.Write(command.Detail, to);
    }

    public static Command Read(ref ByteReader from)
    {
        var kind = (CommandKind)from.Byte();
        var fields = (Fields)from.Count(ushort.MaxValue);
        return new()
        {
            Kind = kind,
            Channel = fields.HasFlag(Fields.Channel) ? (Channel)from.Byte() : default,
            State = fields.HasFlag(Fields.State) ? (AgentState)from.Byte() : default,
            Reason = fields.HasFlag(Fields.Reason) ? (Reason)from.Byte() : default,
            Flag = fields.HasFlag(Fields.Flag),
            Contact = fields.HasFlag(Fields.Contact) ? from.Small() : 0,
            Agent = fields.HasFlag(Fields.Agent) ? from.Small() : 0,
            Queue = fields.HasFlag(Fields.Queue) ? from.Small() : 0,
            ToAgent = fields.HasFlag(Fields.ToAgent) ? from.Small() : 0,
            Language = fields.HasFlag(Fields.Language) ? from.Small() : 0,
            Cost = fields.HasFlag(Fields.Cost) ? from.Small() : 0,
            BaseMilli = fields.HasFlag(Fields.BaseMilli) ? from.Small() : 0,
            Number = fields.HasFlag(Fields.Number) ? from.Number() : 0,
            Ticks = fields.HasFlag(Fields.Ticks) ? from.Number() : 0,
            Id = fields.HasFlag(Fields.Id) ? from.Id() : default,
            External = fields.HasFlag(Fields.External) ? from.Id() : default,
            Detail = fields.HasFlag(Fields.Detail) ? SettingsFormat.Read(ref from) : null,
        };
    }

    static Fields Present(in Command command) =>
        If(command.Channel != default, Fields.Channel)
        | If(command.State != default, Fields.State)
        | If(command.Reason != default, Fields.Reason)
        | If(command.Flag, Fields.Flag)
        | If(command.Contact != 0, Fields.Contact)
        | If(command.Agent != 0, Fields.Agent)
        | If(command.Queue != 0, Fields.Queue)
        | If(command.ToAgent != 0, Fields.ToAgent)
        | If(command.Language != 0, Fields.Language)
        | If(command.Cost != 0, Fields.Cost)
        | If(command.BaseMilli != 0, Fields.BaseMilli)
        | If(command.Number != 0, Fields.Number)
        | If(command.Ticks != 0, Fields.Ticks)
        | If(command.Id != default, Fields.Id)
        | If(command.External != default, Fields.External)
        | If(command.Detail is not null, Fields.Detail);

    static Fields If(bool present, Fields field) => present ? field : 0;
}

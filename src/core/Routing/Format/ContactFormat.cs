using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>A contact as bytes; its plan and cool-downs are written beside it.</summary>
static class ContactFormat
{
    public static void Write(in Contact contact, ByteWriter to)
    {
        to.Number(contact.Number);
        to.Id(contact.Id);
        to.Id(contact.External);
        to.Byte((byte)contact.State);
        to.Byte((byte)contact.Channel);
        to.Byte((byte)contact.Seek);
        to.Byte((byte)contact.Reason);
        to.Flag(contact.OrBack);
        to.Flag(contact.Consults);
        to.Flag(contact.Answered);
        to.Flag(contact.Overflowed);
        to.Byte(contact.Step);
        to.Number(contact.Queue);
        to.Number(contact.Partner);
        to.Number(contact.Language);
        to.Number(contact.Cost);
        to.Number(contact.BaseMilli);
        to.Number(contact.RaiseMilli);
        to.Number(contact.Named);
        to.Number(contact.OfferedTo);
        to.Number(contact.ConnectedTo);
        to.Number(contact.ParkedWith);
        to.Number(contact.LastAgent);
        to.Number(contact.Offers);
        to.Number(contact.Segments);
        to.Number(contact.WrapUps);
        to.Number(contact.LastMessage);
        to.Number(contact.ArrivedAtTicks);
        to.Number(contact.WaitSinceTicks);
        to.Number(contact.StateSinceTicks);
        to.Number(contact.UntilTicks);
        to.Number(contact.StepLeftTicks);
        to.Number(contact.OverflowTicks);
    }

    /// <summary>Everything after the number.</summary>
    public static void Read(ref Contact contact, ref ByteReader from)
    {
        contact.Id = from.Id();
        contact.External = from.Id();
        contact.State = (ContactState)from.Byte();
        contact.Channel = (Channel)from.Byte();
        contact.Seek = (SeekState)from.Byte();
        contact.Reason = (Reason)from.Byte();
        contact.OrBack = from.Flag();
        contact.Consults = from.Flag();
        contact.Answered = from.Flag();
        contact.Overflowed = from.Flag();
        contact.Step = from.Byte();
        contact.Queue = from.Small();
        contact.Partner = from.Small();
        contact.Language = from.Small();
        contact.Cost = (byte)from.Small();
        contact.BaseMilli = from.Small();
        contact.RaiseMilli = from.Small();
        contact.Named = from.Small();
        contact.OfferedTo = from.Small();
        contact.ConnectedTo = from.Small();
        contact.ParkedWith = from.Small();
        contact.LastAgent = from.Small();
        contact.Offers = from.Small();
        contact.Segments = from.Small();
        contact.WrapUps = from.Small();
        contact.LastMessage = from.Number();
        contact.ArrivedAtTicks = from.Number();
        contact.WaitSinceTicks = from.Number();
        contact.StateSinceTicks = from.Number();
        contact.UntilTicks = from.Number();
        contact.StepLeftTicks = from.Number();
        contact.OverflowTicks = from.Number();
    }
}

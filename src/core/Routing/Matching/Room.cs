using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// The channels of which an agent can take one more contact at the channel's own cost: a bit each for those that may
/// interrupt other work, and for those that may not.
/// </summary>
readonly record struct Room(int Channels)
{
    const int InterruptingFrom = 8;

    /// <param name="plain">A bit for each channel of what may not interrupt; beside it, of what may.</param>
    public Room(int plain, int interrupting)
        : this(plain | interrupting << InterruptingFrom) { }

    public static ushort Bit(Channel channel, bool interrupts) => (ushort)(1 << ((int)channel + (interrupts ? InterruptingFrom : 0)));

    /// <summary>Something may wait that needs no care, and there is room for it.</summary>
    public bool MayTake(in Lanes.OfDemand demand) => (demand.ChannelBit & Channels) != 0;
}

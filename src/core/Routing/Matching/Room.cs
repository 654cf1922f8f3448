namespace Centrala.Core.Routing;

/// <summary>The channels of which an agent can take one more contact at the channel's own cost: a bit each.</summary>
readonly record struct Room(int Channels)
{
    /// <summary>Something may wait that needs no care, and there is room for it.</summary>
    public bool MayTake(in Lanes.OfDemand demand) => (demand.ChannelBit & Channels) != 0;
}

using System.Net;
using Centrala.Server.Voice.Outgoing;

namespace Centrala.Server.Voice.Calls;

/// <summary>One of a trunk's machines, over which a call goes out.</summary>
readonly record struct CarrierPeer(TrunkSettings Trunk, IPEndPoint At);

/// <summary>A call to the outside on its way to a carrier that takes it.</summary>
/// <param name="left">Whom to try, in this order.</param>
sealed class CarrierSearch(PlaceCall order, IEnumerable<CarrierPeer> left)
{
    readonly Queue<CarrierPeer> left = new(left);

    public PlaceCall Order => order;

    /// <summary>Who is asked now.</summary>
    public CarrierPeer Present { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <returns>False when there is nobody left to try.</returns>
    public bool TryNext(DateTimeOffset at)
    {
        if (!left.TryDequeue(out var next)) return false;
        (Present, Since) = (next, at);
        return true;
    }
}

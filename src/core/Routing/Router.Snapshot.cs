namespace Centrala.Core.Routing;

public sealed partial class Router
{
    internal void WriteState(ByteWriter to) => to.Instant(_at);

    internal void ReadState(ref ByteReader from) => _at = from.Instant();
}

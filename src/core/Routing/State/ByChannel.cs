using System.Runtime.CompilerServices;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>One small number for each channel, kept inside its owner: no object of its own to fetch.</summary>
[InlineArray(Channels.Count)]
struct ByChannel
{
    byte first;
}

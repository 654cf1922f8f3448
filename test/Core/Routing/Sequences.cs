using FsCheck;
using Microsoft.FSharp.Core;

namespace Centrala.Core.Tests.Routing;

/// <summary>
/// Random sequences of choices. Every run makes others, to look where nobody has looked; where the variable
/// CENTRALA_SEQUENCES has a number, they are those of that number, and the same code gets the same answer.
/// </summary>
static class Sequences
{
    const int Longest = 250;

    public static Config Of(int count)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(Longest);
        return ulong.TryParse(Environment.GetEnvironmentVariable("CENTRALA_SEQUENCES"), out var number)
            ? config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(number), FSharpOption<int>.None)))
            : config;
    }
}

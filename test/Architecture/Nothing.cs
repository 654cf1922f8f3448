using Xunit;

namespace Centrala.Architecture.Tests;

static class Nothing
{
    /// <summary>Passes when there is nothing; otherwise the failure lists all of it.</summary>
    public static void In(IEnumerable<string> findings)
    {
        var all = string.Join('\n', findings);
        if (all != "") Assert.Fail(all);
    }
}

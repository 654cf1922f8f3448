using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>What people read about the rules is what happens.</summary>
public class The_page_about_routing
{
    const string Fence = "```";

    public static TheoryData<string> Scripts =>
        [.. Page().Split(Fence).Where((_, place) => place % 2 == 1).Where(block => block.Contains("=>", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Holds_scripts_that_come_out_as_it_says(string script) => Scenario.Run(script.Trim());

    [Fact]
    public void Has_a_script_for_most_of_its_rules() => Assert.InRange(Scripts.Count, 20, 200);

    static string Page()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Centrala.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return File.ReadAllText(Path.Combine(folder, "docs", "using", "routing.md"));
    }
}

using System.Text.RegularExpressions;
using Centrala.Server.Demo;

namespace Centrala.Server.Tests.Demo;

public sealed partial class The_shops_pages
{
    [Fact]
    public void Are_filled_and_have_the_key_of_a_widget()
    {
        Assert.Equal(4, ShopPage.Partners.Count);
        foreach (var partner in ShopPage.Partners)
        {
            var page = ShopPage.PageOf(partner, null)!;
            Assert.Contains(CompanyQueues.Widgets, widget => page.Contains($"data-key=\"{widget.Key}\"", StringComparison.Ordinal));
            Assert.DoesNotMatch(Placeholder(), page);
        }
        Assert.Null(ShopPage.PageOf("nobody", null));
    }

    [Fact]
    public void Speak_the_language_that_was_asked_for_if_they_can()
    {
        Assert.Contains("<html lang=\"tr\">", ShopPage.PageOf("kablo", "tr"), StringComparison.Ordinal);
        Assert.Contains("href=\"?language=pt-PT\"", ShopPage.PageOf("kablo", "tr"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"pl\">", ShopPage.PageOf("slumber", "tr"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}

using Centrala.Server.History;

namespace Centrala.Server.Tests.History;

public sealed class Words_of_a_text
{
    [Theory]
    [InlineData("Zakończ, proszę!", "zakoncz prosze")]
    [InlineData("ŁÓDŹ łódź", "lodz lodz")]
    [InlineData("İstanbul’da ışık ŞEKER", "istanbul da isik seker")]
    [InlineData("Straße; cœur; où; São", "strasse coeur ou sao")]
    [InlineData("cafe\u0301", "cafe")] // The mark is a letter of its own.
    [InlineData("ana@mail.example 500-100", "ana mail example 500 100")]
    [InlineData("Привет мир", "привет мир")]
    [InlineData("", "")]
    [InlineData("🙂 — …", "")]
    public void Are_small_and_plain(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.In(text).Select(found => found.Word)));

    [Fact]
    public void Know_where_they_stood()
    {
        const string text = "Pękła sprężyna w środku";
        var found = Words.In(text).Single(word => word.Word == "sprezyna");
        Assert.Equal("sprężyna", text.Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("mattress", "matress")] // Left out.
    [InlineData("mattress", "mattrress")] // Added.
    [InlineData("mattress", "mettress")] // Replaced.
    [InlineData("mattress", "mattrses")] // Exchanged.
    public void Share_a_variant_with_their_near_spellings(string one, string other) =>
        Assert.NotEmpty(Words.Variants(one).Intersect(Words.Variants(other)));

    [Fact]
    public void Share_none_with_other_words()
    {
        Assert.Empty(Words.Variants("mattress").Intersect(Words.Variants("pillow")));
        Assert.Empty(Words.Variants("abc"));
        Assert.Empty(Words.Variants("500100"));
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Host;

/// <summary>What the server says to people: each in the language of whoever asked, and none of them forgotten.</summary>
public sealed partial class A_sentence(AccessCentre fixture) : IClassFixture<AccessCentre>
{
    /// <summary>Where the core speaks in sentences that the server takes over.</summary>
    const string Core = "src/core/Workforce/Forecast/SeriesText.cs";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Is_said_in_every_language()
    {
        var said = Said();
        Assert.True(said.Count > 100, "The sentences were not found in the source.");
        foreach (var (language, sentences) in Sentence.Translations)
        {
            Assert.Equal((language, "", ""), (language,
                string.Join('\n', said.Except(sentences.Keys)), string.Join('\n', sentences.Keys.Except(said))));
            Assert.All(sentences, pair => Assert.Equal(Places(pair.Key), Places(pair.Value)));
        }
    }

    [Fact]
    public void Is_written_where_it_is_said() => Assert.All(Sources(), file =>
        Assert.Equal((file, WrittenOut().Count(File.ReadAllText(file))), (file, Spoken().Count(File.ReadAllText(file)))));

    [Fact]
    public void Stands_for_every_problem_in_the_workspace()
    {
        var path = Path.Combine(Checkout.Root, "src/web/shared/locales/en/problem.json");
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!;
        Assert.Empty(Problem.All.Keys.Except(texts.Keys));
        Assert.Empty(texts.Keys.Except([.. Problem.All.Keys, "unknown", "unreachable"]));
    }

    [Theory]
    [InlineData("pl", "To nie jest adres e-mail.")]
    [InlineData("pt", "Isto não é um endereço de e-mail.")]
    [InlineData("fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5", "Ce n’est pas une adresse e-mail.")]
    [InlineData("de, tr;q=0.5", "Bu bir e-posta adresi değil.")]
    [InlineData("en-GB, pl;q=0.5", "This is no e-mail address.")]
    [InlineData("en-XA", "This is no e-mail address.")]
    [InlineData(";;,=q 0", "This is no e-mail address.")]
    public async Task Speaks_the_language_of_whoever_asks(string languages, string sentence)
    {
        using var admin = await fixture.Centre.SignIn("admin");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/invitations")
        {
            Content = JsonContent.Create(new { email = "nobody", name = "Cy", roles = new[] { "agent" } }),
        };
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        var answer = await admin.SendAsync(request, Cancel);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(sentence, problem.GetProperty("errors").GetProperty("email")[0].GetString());
    }

    /// <summary>The English of all sentences, values as places.</summary>
    static HashSet<string> Said() => [.. Sources().SelectMany(file => WrittenOut().Matches(File.ReadAllText(file)))
        .Concat(Thrown().Matches(File.ReadAllText(Path.Combine(Checkout.Root, Core)))).Select(match => Template(match.Groups[1].Value))];

    static string Template(string written)
    {
        var place = 0;
        return Value().Replace(written, _ => $"{{{place++}}}").Replace("\\\"", "\"", StringComparison.Ordinal);
    }

    static string Places(string text) => string.Concat(Place().Matches(text).Select(match => match.Value).Order().Distinct());

    static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src/server"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("/Sentence.cs", StringComparison.Ordinal));

    [GeneratedRegex(@"\bSay\(\s*\$")]
    private static partial Regex Spoken();

    [GeneratedRegex("""\bSay\(\$"((?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex WrittenOut();

    [GeneratedRegex("""\b(?:Wrong|Gap)\([^$"()]*\$"((?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}

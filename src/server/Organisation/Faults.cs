using System.Text.RegularExpressions;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Collects everything that is wrong with an edit, field by field, so that people mend it in one go.</summary>
public sealed partial class Faults
{
    readonly Dictionary<string, List<string>> found = [];

    /// <summary>What is wrong, by the field's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField =>
        found.ToDictionary(fault => fault.Key, IReadOnlyList<string> (fault) => fault.Value);

    public int Count => found.Values.Sum(list => list.Count);

    public IReadOnlyList<string> Of(string field) => found.GetValueOrDefault(field) ?? [];

    public void Add(string field, Sentence message)
    {
        if (!found.TryGetValue(field, out var list)) found[field] = list = [];
        list.Add(message.Text);
    }

    public void Unless(bool holds, string field, Sentence message)
    {
        if (!holds) Add(field, message);
    }

    public void Name(string? name, string field = "name") =>
        Unless(name is { Length: > 0 and <= 100 } && name == name.Trim(), field, Say($"A name has 1 to 100 letters, no blank at either end."));

    public void Range(int value, int least, int most, string field) =>
        Unless(value >= least && value <= most, field, Say($"{value} is not between {least} and {most}."));

    public void Range(int? value, int least, int most, string field)
    {
        if (value is { } given) Range(given, least, most, field);
    }

    public void Word(string? word) => Unless(
        word is not null && WordText().IsMatch(word) && !RequirementText.Keywords.Contains(word), "word",
        Say($"A word has small letters, digits and hyphens, begins with a letter, has at most 40, and is no word of the steps' own."));

    public void Colour(string? colour) => Unless(
        colour is not null && ColourText().IsMatch(colour), "colour", Say($"A colour is written like #3366cc."));

    /// <param name="tag">A language of BCP 47, with or without a region.</param>
    public void Language(string? tag, string field) => Unless(
        tag is not null && LanguageTag().IsMatch(tag), field, Say($"“{tag}” is not a language like pl or pt-PT."));

    public void Languages(IReadOnlyList<string> tags)
    {
        Unless(tags.Count is > 0 and <= 50 && tags.Distinct().Count() == tags.Count, "languages",
            Say($"Name 1 to 50 languages, each once."));
        foreach (var tag in tags.Take(50)) Language(tag, "languages");
    }

    internal async Task Partner(Work work, Guid partner, string field) => Unless(
        await work.Single<bool>("select exists (select from partner where id = @partner and removed_at is null)", new { partner }),
        field, Say($"There is no such partner."));

    /// <returns>Null when nothing is wrong.</returns>
    public ProblemHttpResult? Answer() => found.Count == 0 ? null : CommonProblems.InvalidInput.Answer(
        errors: found.ToDictionary(field => field.Key, field => field.Value.ToArray()));

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex WordText();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex ColourText();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}

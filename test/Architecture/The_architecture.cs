using Xunit;

namespace Centrala.Architecture.Tests;

public class The_architecture
{
    [Fact]
    public void Names_every_part_that_exists_and_none_that_does_not() => Assert.Equal(
        Arrows.Allowed.Keys.Order(StringComparer.Ordinal),
        Tree.Types.Select(pair => pair.Part).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Has_no_use_of_a_part_that_its_page_does_not_allow() => Nothing.In(
        from pair in Tree.Types
        from used in Uses.Of(pair.Type)
        let part = Tree.PartOf(used)
        where part is not null && part != pair.Part && !Arrows.Allows(pair.Part, part)
        group pair.Type.FullName by $"{pair.Part} -> {part}" into wrong
        select $"{wrong.Key}: {string.Join(", ", wrong.Distinct().Take(3))}");

    [Fact]
    public void Allows_no_arrow_that_nothing_uses() => Nothing.In(
        from allowed in Arrows.Allowed
        let used = Tree.Types.Where(pair => pair.Part == allowed.Key)
            .SelectMany(pair => Uses.Of(pair.Type)).Select(Tree.PartOf).ToHashSet()
        from part in allowed.Value
        where !used.Contains(part)
        select $"{allowed.Key} -> {part}");

    [Fact]
    public void Has_no_circle()
    {
        var open = Arrows.Allowed.ToDictionary(pair => pair.Key, pair => pair.Value.ToHashSet());
        while (open.FirstOrDefault(pair => !pair.Value.Any(open.ContainsKey)) is { Key: { } done }) open.Remove(done);
        Nothing.In(open.Keys);
    }
}

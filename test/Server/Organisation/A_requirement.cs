using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Organisation;

namespace Centrala.Server.Tests.Organisation;

public sealed class A_requirement
{
    static readonly Guid polish = Guid.CreateVersion7();
    static readonly Guid products = Guid.CreateVersion7();
    static readonly Guid care = Guid.CreateVersion7();
    static readonly Guid northwind = Guid.CreateVersion7();
    static readonly Guid ana = Guid.CreateVersion7();

    static readonly Words words = new(
        new Dictionary<string, Guid> { ["polish"] = polish, ["products"] = products },
        new Dictionary<string, Guid> { ["care"] = care }, new Dictionary<string, Guid> { ["northwind"] = northwind },
        new HashSet<Guid> { ana });

    [Fact]
    public void Reads_a_skill_with_its_level_and_without() => Assert.Equivalent(
        new Requirement.All([new Requirement.Skill(polish, 3), new Requirement.Skill(products, 1)]),
        Read("polish>=3 and products"), strict: true);

    [Fact]
    public void Binds_and_tighter_than_or_and_not_tightest() => Assert.Equivalent(
        new Requirement.Any(
        [
            new Requirement.Skill(polish, 1),
            new Requirement.All([new Requirement.Not(new Requirement.Skill(products, 2)), new Requirement.Team(care)]),
        ]),
        Read("polish or not products >= 2 and team care"), strict: true);

    [Fact]
    public void Minds_parentheses_and_not_the_case() => Assert.Equivalent(
        new Requirement.All(
        [
            new Requirement.Any([new Requirement.Vendor(northwind), new Requirement.Trust(40)]),
            new Requirement.CustomersLanguage(2),
        ]),
        Read("(Vendor Northwind OR trust>=40) and LANGUAGE>=2"), strict: true);

    [Fact]
    public void Names_a_person_by_id() => Assert.Equal(new Requirement.Agent(ana), Read($"agent {ana}"));

    [Theory]
    [InlineData("", "Something is missing at the end: a skill was expected.")]
    [InlineData("polich>=3", "There is no skill “polich”.")]
    [InlineData("polish>=6", "“6” is not a number from 1 to 5.")]
    [InlineData("polish>=0", "“0” is not a number from 1 to 5.")]
    [InlineData("trust>=101", "“101” is not a number from 0 to 100.")]
    [InlineData("polish >= and", "“and” is not a number from 1 to 5.")]
    [InlineData("polish and", "Something is missing at the end: a skill was expected.")]
    [InlineData("and polish", "“and” cannot stand here; a skill was expected.")]
    [InlineData("(polish", "Something is missing at the end: “)” was expected.")]
    [InlineData("polish)", "“)” at character 7 cannot stand there; “and”, “or” or the end was expected.")]
    [InlineData("polish = 3", "“=” at character 8 means nothing here.")]
    [InlineData("team sales", "There is no team “sales”.")]
    [InlineData("agent 0193b3c0-0000-7000-8000-00000000ffff", "There is no agent with this id.")]
    [InlineData("polish for 20s", "“for” at character 8 cannot stand there; “and”, “or” or the end was expected.")]
    public void That_is_wrong_is_refused_with_the_reason(string text, string reason)
    {
        var faults = new Faults();
        Assert.Null(RequirementText.Requirement(text, words, "members", faults));
        Assert.Equal([reason], faults.Of("members"));
    }

    [Fact]
    public void That_nests_or_grows_without_end_is_refused()
    {
        Assert.NotEmpty(FaultsOf(new string('(', 900) + "polish" + new string(')', 900)));
        Assert.NotEmpty(FaultsOf(string.Join(" and ", Enumerable.Repeat("polish", 65))));
        Assert.NotEmpty(FaultsOf(new string(' ', RequirementText.LengthMax + 1)));
        Assert.Empty(FaultsOf(string.Join(" and ", Enumerable.Repeat("polish", 63))));
    }

    [Fact]
    public void Relaxes_in_steps()
    {
        var steps = RequirementText.Steps(
            $"agent {ana} for 30s while signed in; language>=3 for 2m; any", words, "steps", new Faults())!;
        Assert.Equal(
            [
                new Step(new Requirement.Agent(ana), TimeSpan.FromSeconds(30), WhileSignedIn: true),
                new Step(new Requirement.CustomersLanguage(3), TimeSpan.FromMinutes(2)),
                new Step(Requirement.Anyone),
            ],
            steps);
    }

    [Theory]
    [InlineData("polish; any", "Step 1 has no time (“for 20s”), so the next would never come.")]
    [InlineData("polish for 20s", "The last step has no end: leave its time out.")]
    [InlineData("polish for 20; any", "“20” is not a time like 20s, 5m or 1h.")]
    [InlineData("polish for 25h; any", "“25h” is not between a second and a day.")]
    [InlineData("polish for 20s while away; any", "“away” at character 22 cannot stand there; “while signed in” was expected.")]
    [InlineData("polish for 20s; any;", "Step 2 has no time (“for 20s”), so the next would never come.")]
    public void Whose_steps_are_wrong_is_refused_with_the_reason(string text, string reason)
    {
        var faults = new Faults();
        Assert.Null(RequirementText.Steps(text, words, "steps", faults));
        Assert.Equal([reason], faults.Of("steps"));
    }

    static Requirement? Read(string text) => RequirementText.Requirement(text, words, "members", new Faults());

    static IReadOnlyList<string> FaultsOf(string text)
    {
        var faults = new Faults();
        RequirementText.Requirement(text, words, "members", faults);
        return faults.Of("members");
    }
}

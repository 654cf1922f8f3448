using Centrala.Core.Routing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Centrala.Core.Tests.Routing;

public class An_explanation
{
    static readonly Config Many = Sequences.Of(100);

    [Fact]
    public void Is_enough_to_choose_again() => Explained((floor, told) =>
    {
        foreach (var one in told) Assert.Equal((one.Contact, one.Agent), one.Reproduced());
    });

    [Fact]
    public void Is_given_for_every_offer_that_no_person_made() => Explained((floor, told) =>
    {
        var offers = floor.Last.Events.Where(happened => happened.Kind == EventKind.Offered)
            .Select(happened => (happened.Contact, happened.Agent, happened.Offer)).ToList();
        if (floor.Commands[^1].Kind is CommandKind.TakeContact or CommandKind.PickContact) offers = [.. offers.Skip(offers.Count - told.Count)];
        Assert.Equal(offers, told.Select(one => (one.Contact, one.Agent, one.Offer)));
    });

    [Fact]
    public void Changes_nothing_of_what_is_decided() => Check.One(Many, Prop.ForAll(Choices, choices =>
    {
        var (plain, explained) = (new RandomFloor(), new RandomFloor());
        foreach (var choice in choices)
        {
            plain.Step(choice);
            explained.Step(choice, []);
            Assert.Equal(plain.Last.Refusal, explained.Last.Refusal);
            Assert.Equal(Any_sequence_of_commands.Bytes(plain.Last.Events), Any_sequence_of_commands.Bytes(explained.Last.Events));
        }

        Assert.Equal(Snapshot.Hash(plain.Router), Snapshot.Hash(explained.Router));
    }));

    [Fact]
    public void Names_who_was_ruled_out_and_what_was_said_for_the_others()
    {
        var floor = new ExplainedFloor();
        var told = floor.Arrives(level: 3);
        Assert.Equal((floor.Cat, 0, true), (told.Agent, told.FreedAgent, told.IsByQueue));
        Assert.Equal(
            [(floor.Ana, Obstacle.Lacks), (floor.Ben, Obstacle.Away), (floor.Cat, Obstacle.None)],
            told.Contenders.Select(one => (one.Candidate.Agent, one.Candidate.Obstacle)));
    }

    [Fact]
    public void Names_what_else_a_freed_agent_could_have_taken()
    {
        var floor = new ExplainedFloor();
        floor.Arrives(level: 5, expectNobody: true);
        floor.Arrives(level: 4, expectNobody: true);
        var told = floor.BenIsBack();
        Assert.Equal((floor.Ben, floor.Ben, false), (told.Agent, told.FreedAgent, told.IsByQueue));
        Assert.Equal([1, 2], told.Claims.Select(claim => claim.Contact));
    }

    static Arbitrary<int[]> Choices => Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf());

    static void Explained(Action<RandomFloor, List<Explanation>> check) => Check.One(Many, Prop.ForAll(Choices, choices =>
    {
        var floor = new RandomFloor();
        foreach (var choice in choices)
        {
            var told = new List<Explanation>();
            floor.Step(choice, told);
            check(floor, told);
        }
    }));
}

using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>As many as the limit says are taken; the next is refused, or goes its way with a reason.</summary>
public class The_limits_of_a_cell
{
    static readonly Guid Partner = Id(1);
    readonly Router router = new();
    readonly EventSink events = new();
    DateTimeOffset at = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    int arrived;

    public The_limits_of_a_cell() => Assert.Null(Answer(Command.ConfigurePartner(Partner)));

    [Fact]
    public void Count_partners() => HoldsFor(Limits.Partners, Command.ConfigurePartner, already: 1);

    [Fact]
    public void Count_skills() => HoldsFor(Limits.Skills, id => Command.ConfigureSkill(id, isLanguage: false));

    [Fact]
    public void Count_teams() => HoldsFor(Limits.Teams, Command.ConfigureTeam);

    [Fact]
    public void Count_vendors() => HoldsFor(Limits.Vendors, Command.ConfigureVendor);

    [Fact]
    public void Count_queues() =>
        HoldsFor(Limits.Queues, id => Command.ConfigureQueue(new() { Id = id, Partner = Partner }));

    [Fact]
    public void Count_agents() =>
        HoldsFor(Limits.Agents, id => Command.ConfigureAgent(new() { Id = id, Partners = [Partner] }));

    [Fact]
    public void Count_callbacks_until_they_are_kept()
    {
        OpenQueue();
        for (var number = 1; number <= Limits.Callbacks; number++)
        {
            Assert.Null(Answer(Command.PromiseCallback(Arrive(), new() { Whom = Id(number) })));
        }

        var next = Arrive();
        Assert.Equal(Refusal.TooMany, Answer(Command.PromiseCallback(next, new() { Whom = Id(0) })));
        Assert.Null(Answer(Command.EndContact(1, Reason.CustomerEnded)));
        Assert.Null(Answer(Command.PromiseCallback(next, new() { Whom = Id(0) })));
    }

    [Fact]
    public void Send_contacts_away_that_are_too_many()
    {
        OpenQueue();
        for (var number = 1; number < Limits.Contacts; number++) Arrive();
        Assert.Equal(ContactState.Waiting, router.Contact(Arrive()).State);
        Assert.Equal(Limits.Contacts, router.OpenContacts);
        ref readonly var tooMany = ref router.Contact(Arrive());
        Assert.Equal((ContactState.Ended, Reason.QueueFull), (tooMany.State, tooMany.Reason));
    }

    [Fact]
    public void Forget_the_contacts_that_ended_first()
    {
        OpenQueue();
        for (var number = 1; number <= Limits.EndedContactsRemembered; number++) End(Arrive());
        Assert.True(router.HasContact(1));
        var last = Arrive();
        Assert.Equal((false, true), (router.HasContact(1), router.HasContact(2)));
        End(last);
    }

    [Fact]
    public void Forget_what_ended_long_ago_a_few_at_a_time()
    {
        OpenQueue();
        for (var number = 0; number <= Limits.ForgottenAtOnce; number++) End(Arrive());
        at += Limits.EndedRemembered - TimeSpan.FromTicks(1);
        Arrive();
        Assert.True(router.HasContact(1));
        at += TimeSpan.FromTicks(1);
        Arrive();
        Assert.False(router.HasContact(Limits.ForgottenAtOnce));
        Assert.True(router.HasContact(Limits.ForgottenAtOnce + 1));
    }

    [Fact]
    public void Let_a_wait_count_no_longer()
    {
        OpenQueue(slopeMilli: 1);
        var contact = Arrive();
        var longest = at + Limits.LongestCountedWait;
        Assert.Equal((long)Limits.LongestCountedWait.TotalSeconds, router.RankMilli(contact, longest));
        Assert.Equal(router.RankMilli(contact, longest), router.RankMilli(contact, longest + TimeSpan.FromDays(1)));
        Assert.NotEqual(router.RankMilli(contact, longest), router.RankMilli(contact, longest - TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Let_nobody_set_a_higher_rank()
    {
        OpenQueue();
        var contact = Arrive();
        Assert.Null(Answer(Command.SetPriority(contact, Limits.HighestRankMilli)));
        Assert.Equal(Refusal.SettingOutOfRange, Answer(Command.SetPriority(contact, Limits.HighestRankMilli + 1)));
    }

    [Fact]
    public void Let_no_clock_run_longer()
    {
        OpenQueue();
        var (contact, longest) = (Arrive(), at + Limits.LongestClock);
        var beyond = longest + TimeSpan.FromTicks(1);
        Assert.Equal(Refusal.InstantOutOfRange, Answer(Command.ParkContact(contact, beyond, Reason.WaitingForCustomer)));
        Assert.Null(Answer(Command.ParkContact(contact, longest, Reason.WaitingForCustomer)));
        Assert.Equal(Refusal.InstantOutOfRange, Answer(Command.Resume(Limits.LongestClock + TimeSpan.FromTicks(1))));
        Assert.Null(Answer(Command.Resume(Limits.LongestClock)));
    }

    [Fact]
    public void Raise_an_alarm_when_a_contact_is_offered_too_often()
    {
        OpenQueue();
        var contact = Arrive();
        for (var offer = 1; offer <= Limits.OffersBeforeAlarm; offer++)
        {
            var agent = SignIn(offer);
            Assert.Equal(offer == Limits.OffersBeforeAlarm, Happened(EventKind.OfferedTooOften));
            Assert.Null(Answer(Command.RefuseOffer(contact, agent)));
        }

        Assert.Equal(ContactState.Waiting, router.Contact(contact).State);
    }

    void HoldsFor(int limit, Func<Guid, Command> command, int already = 0)
    {
        for (var number = already + 1; number <= limit; number++) Assert.Null(Answer(command(Id(number + 1))));
        Assert.Equal(Refusal.TooMany, Answer(command(Id(limit + 2))));
        Assert.Empty(events.Events.ToArray());
    }

    void OpenQueue(int slopeMilli = 1_000)
    {
        var settings = new QueueSettings { Id = Id(2), Partner = Partner, SlopeMilli = slopeMilli };
        Assert.Null(Answer(Command.ConfigureQueue(settings)));
    }

    int Arrive()
    {
        var arrival = new Arrival { Id = Id(1_000_000 + ++arrived), Queue = 1, Channel = Channel.Call, ArrivedAt = at };
        Assert.Null(Answer(Command.Arrive(arrival)));
        return router.LastContact;
    }

    void End(int contact) => Assert.Null(Answer(Command.EndContact(contact, Reason.CustomerEnded)));

    int SignIn(int agent)
    {
        Assert.Null(Answer(Command.ConfigureAgent(new() { Id = Id(100 + agent), Partners = [Partner], Queues = [Id(2)] })));
        Assert.Null(Answer(Command.Reconnect(agent)));
        Assert.Null(Answer(Command.ChooseState(agent, AgentState.Available)));
        return agent;
    }

    bool Happened(EventKind kind) => events.Events.ToArray().Any(happened => happened.Kind == kind);

    Refusal? Answer(in Command command)
    {
        events.Clear();
        router.Apply(command, at, events);
        return events.Refusal;
    }

    static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

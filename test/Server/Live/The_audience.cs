using System.Collections.Frozen;
using Centrala.Server.Access;
using Centrala.Server.Live;

namespace Centrala.Server.Tests.Live;

/// <summary>Who receives which live event. A type that is added without a line here fails the first test.</summary>
public class The_audience
{
    static readonly Guid ana = Guid.CreateVersion7();
    static readonly Guid slumber = Guid.CreateVersion7();
    static readonly Guid kablo = Guid.CreateVersion7();
    static readonly Guid conversation = Guid.CreateVersion7();
    static readonly string talk = Topic.Conversation(conversation);

    static readonly IReadOnlyDictionary<Type, LiveEvent> oneOfEach = new LiveEvent[]
    {
        new ForPerson(ana, "desk", 1, new object()),
        new ForWatchers(talk, slumber, Permission.ReadConversations, "conversation.message", 1, new object()),
        new ForTab("tab-of-ana", Permission.SeeFloor, "floor", 1, new object()),
        new SessionEnded(),
    }.ToDictionary(item => item.GetType());

    public static TheoryData<Type> Types => [.. oneOfEach.Keys];

    [Fact]
    public void Is_stated_for_every_type_of_event() => Assert.Equal(
        typeof(LiveEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LiveEvent))).OrderBy(type => type.Name),
        oneOfEach.Keys.OrderBy(type => type.Name));

    [Theory, MemberData(nameof(Types))]
    public void Is_reached_unless_the_event_is_handed_over_directly(Type type) =>
        Assert.Equal(type != typeof(SessionEnded), oneOfEach[type].IsFor(Tab("tab-of-ana", ana, ActorKind.Staff, [slumber], Enum.GetValues<Permission>())));

    [Theory, MemberData(nameof(Types))]
    public void Holds_no_member_of_staff_who_serves_another_partner(Type type) =>
        Assert.False(oneOfEach[type].IsFor(Tab("other", Guid.CreateVersion7(), ActorKind.Staff, [kablo], Enum.GetValues<Permission>())));

    [Theory, MemberData(nameof(Types))]
    public void Holds_no_viewer_of_another_partner(Type type) =>
        Assert.False(oneOfEach[type].IsFor(Tab("other", Guid.CreateVersion7(), ActorKind.Partner, [kablo], [Permission.ReadConversations])));

    [Theory, MemberData(nameof(Types))]
    public void Holds_no_visitor(Type type) =>
        Assert.False(oneOfEach[type].IsFor(Tab("other", conversation, ActorKind.Visitor, [slumber], [])));

    [Theory, MemberData(nameof(Types))]
    public void Holds_nobody_without_the_permission(Type type) => Assert.False(
        oneOfEach[type] is not ForPerson && oneOfEach[type].IsFor(Tab("tab-of-ana", ana, ActorKind.Staff, [slumber], [])));

    [Fact]
    public void Of_a_topic_is_those_who_watch_it()
    {
        var connection = Tab("tab", ana, ActorKind.Staff, [slumber], Enum.GetValues<Permission>());
        connection.Unwatch(talk);
        Assert.False(oneOfEach[typeof(ForWatchers)].IsFor(connection));
    }

    [Fact]
    public void Of_what_concerns_no_single_partner_is_those_who_serve_all()
    {
        var item = new ForWatchers(talk, null, Permission.ReadConversations, "conversation.message", 1, new object());
        Assert.False(item.IsFor(Tab("tab", ana, ActorKind.Staff, [slumber], Enum.GetValues<Permission>())));
    }

    static LiveConnection Tab(string id, Guid person, ActorKind kind, Guid[] partners, Permission[] permissions)
    {
        var actor = new Actor(kind, person, FrozenSet<string>.Empty, partners.ToFrozenSet(), false, permissions.ToFrozenSet());
        var connection = new LiveConnection(id, new SignedIn(Guid.CreateVersion7(), person, 1, DateTimeOffset.MaxValue, actor));
        connection.Watch(talk);
        connection.Watch(Topic.Floor);
        return connection;
    }
}

using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Core.Tests.Routing;

/// <summary>A router, its names, and everything that happened on it.</summary>
sealed class ScenarioFloor
{
    static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    readonly Dictionary<string, Guid> ids = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<Guid, string> names = [];
    readonly EventSink sink = new();

    public ScenarioFloor()
    {
        Perform(Command.ConfigurePartner(Id("partner")));
    }

    public Router Router { get; } = new();
    public List<Event> Journal { get; } = [];
    public List<Event> Last { get; } = [];
    public DateTimeOffset At { get; private set; } = Day;

    public void MoveTo(TimeSpan time) => At = Day + time;

    public DateTimeOffset TimeOf(string clock) => Day + TimeSpan.Parse(clock, null);

    /// <summary>The same name is the same thing.</summary>
    public Guid Id(string name)
    {
        if (ids.TryGetValue(name, out var id)) return id;
        id = new(ids.Count + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
        ids.Add(name, id);
        names.Add(id, name);
        return id;
    }

    public string Name(Guid id) => names.GetValueOrDefault(id, "?");

    public bool Knows(string name) => ids.ContainsKey(name);

    public int Contact(string name) => Router.Directory.Contact(Id(name));

    public int Agent(string name) => Router.Directory.Agent(Id(name));

    public int Queue(string name) => Router.Directory.Queue(Id(name));

    public string ContactName(int number) => Name(Router.Contact(number).Id);

    public string AgentName(int number) => Name(Router.Directory.AgentId(number));

    public string QueueName(int number) => Name(Router.Directory.QueueId(number));

    public Guid Skill(string name, bool isLanguage = false)
    {
        if (Router.Directory.Skill(Id(name)) == 0) Perform(Command.ConfigureSkill(Id(name), isLanguage));
        return Id(name);
    }

    public Guid Team(string name)
    {
        if (Router.Directory.Team(Id("team " + name)) == 0) Perform(Command.ConfigureTeam(Id("team " + name)));
        return Id("team " + name);
    }

    /// <returns>The refusal; null when it was done. What is due is fired first, as the shell does it.</returns>
    public Refusal? Perform(Command command)
    {
        Last.Clear();
        if (command.Kind != CommandKind.Resume && Router.NextDeadline <= At) Take(Command.PassTime());
        return command.Kind == CommandKind.PassTime && Last.Count > 0 ? null : Take(command);
    }

    Refusal? Take(Command command)
    {
        sink.Clear();
        Router.Apply(command, At, sink);
        Last.AddRange(sink.Events);
        Journal.AddRange(sink.Events);
        return sink.Refusal;
    }
}

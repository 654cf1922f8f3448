using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Xunit;

namespace Centrala.Core.Tests.Routing;

/// <summary>The lines of a script in which something happens.</summary>
static class ScenarioHappening
{
    /// <returns>
    /// What came of it, as <see cref="ScenarioTelling"/> says it; <c>refused NAME</c> when it was refused.
    /// </returns>
    public static string Do(ScenarioFloor floor, string happening)
    {
        var words = happening.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var waiting, "expects"]) return ScenarioTelling.Expected(floor, floor.Contact(waiting));
        if (words is [var asked, "still", "waits"]) return ScenarioTelling.Why(floor, floor.Contact(asked));
        var command = words is ["time", "passes"] ? Command.PassTime()
            : words is ["resumed", "after", var gap] ? Command.Resume(ScenarioSettings.Duration(gap))
            : floor.Queue(words[0]) > 0 ? OfQueue(floor, words)
            : words[1] == "arrives" ? Arrival(floor, words)
            : floor.Contact(words[0]) > 0 ? OfContact(floor, words)
            : OfAgent(floor, words);
        return floor.Perform(command) is { } refusal ? "refused " + refusal.Name : ScenarioTelling.Tell(floor);
    }

    static Command OfQueue(ScenarioFloor floor, string[] words) => words[1..] switch
    {
        ["opens"] => Command.OpenQueue(floor.Queue(words[0])),
        ["closes"] => Command.CloseQueue(floor.Queue(words[0])),
        ["closes", "until", var time] => Command.CloseQueue(floor.Queue(words[0]), floor.TimeOf(time)),
        ["is", "removed"] => Command.RemoveQueue(floor.Queue(words[0])),
        _ => throw Unknown(words),
    };

    /// <summary>
    /// <c>c1 arrives Queue [as call] [in polish] [raised 500] [since 08:00:00] [due 17:00:00] [cost 50] [external x] [needs …]</c>; a
    /// chat unless said.
    /// </summary>
    static Command Arrival(ScenarioFloor floor, string[] words)
    {
        var arrival = new Arrival
        {
            Id = floor.Id(words[0]),
            Queue = floor.Queue(words[2]),
            Channel = Channel.Chat,
            ArrivedAt = floor.At,
        };
        for (var i = 3; i < words.Length; i += 2)
        {
            var value = words[i + 1];
            if (words[i] == "needs")
            {
                arrival = arrival with { Steps = RequirementText.Steps(floor, string.Join(' ', words[(i + 1)..])) };
                break;
            }

            arrival = words[i] switch
            {
                "as" => arrival with { Channel = Enum.Parse<Channel>(value, ignoreCase: true) },
                "in" => arrival with { Language = floor.Router.Directory.Skill(floor.Skill(value, isLanguage: true)) },
                "raised" => arrival with { RaiseMilli = ScenarioSettings.Number(value) },
                "since" => arrival with { ArrivedAt = floor.TimeOf(value) },
                "due" => arrival with { Due = floor.TimeOf(value) },
                "cost" => arrival with { Cost = ScenarioSettings.Number(value) },
                "external" => arrival with { External = floor.Id("external " + value) },
                _ => throw Unknown(words),
            };
        }

        return Command.Arrive(arrival);
    }

    static Command OfContact(ScenarioFloor floor, string[] words)
    {
        var contact = floor.Contact(words[0]);
        return words[1..] switch
        {
            ["leaves"] => Command.EndContact(contact, Reason.CustomerEnded),
            ["leaves", "after", "message", var number] =>
                Command.EndContact(contact, Reason.CustomerEnded, ScenarioSettings.Number(number)),
            ["is", "closed", "as", "silent"] => Command.EndContact(contact, Reason.CustomerSilent),
            ["is", "parked", "until", var time] =>
                Command.ParkContact(contact, floor.TimeOf(time), Reason.WaitingForCustomer),
            ["loses", "its", "line", "until", var time] =>
                Command.ParkContact(contact, floor.TimeOf(time), Reason.LineLost),
            ["is", "lost", "with", "the", "telephone", "until", var time] =>
                Command.ParkContact(contact, floor.TimeOf(time), Reason.TelephoneLost),
            ["calls", "again"] or ["writes"] => Wake(floor, contact, 0),
            ["writes", "message", var number] => Wake(floor, contact, ScenarioSettings.Number(number)),
            ["gets", "priority", var rank] => Command.SetPriority(contact, ScenarioSettings.Number(rank)),
            ["is", "moved", "to", var queue] => Command.MoveContact(contact, floor.Queue(queue)),
            ["is", "promised", "a", "callback", .. var how] => Promise(floor, contact, how),
            ["gets", "its", "steps", "again"] => Command.ReapplySteps(contact),
            _ => throw Unknown(words),
        };
    }

    /// <summary><c>[at 10:00:00] [by ana] [until 11:00:00] [to NUMBER] [first]</c>: the customer is called first.</summary>
    static Command Promise(ScenarioFloor floor, int contact, string[] how)
    {
        var promise = new Promise { Whom = floor.Id("number " + contact) };
        for (var i = 0; i < how.Length; i++)
        {
            promise = how[i] switch
            {
                "at" => promise with { Due = floor.TimeOf(how[++i]) },
                "by" => promise with { Agent = floor.Agent(how[++i]) },
                "until" => promise with { Release = floor.TimeOf(how[++i]) },
                "to" => promise with { Whom = floor.Id("number " + how[++i]) },
                "first" => promise with { CustomerFirst = true },
                _ => throw Unknown(how),
            };
        }

        return Command.PromiseCallback(contact, promise);
    }

    static Command Wake(ScenarioFloor floor, int contact, long message) =>
        floor.Router.Contact(contact).State == ContactState.Parked
        ? Command.WakeContact(contact, Reason.CustomerBack, message)
        : Command.ReopenContact(contact, message);

    static Command OfAgent(ScenarioFloor floor, string[] words)
    {
        if (words[1] is "available" or "away" or "offline") return State(floor, words);
        var agent = floor.Agent(words[0]);
        return words[1..] switch
        {
            ["loses", "connection"] => Command.LoseConnection(agent),
            ["loses", "telephone"] => Command.LoseTelephone(agent),
            ["has", "a", "telephone"] => Command.GainTelephone(agent),
            ["reconnects"] => Command.Reconnect(agent),
            ["is", "signed", "out"] => Command.SignOut(agent),
            ["is", "removed"] => Command.RemoveAgent(agent),
            ["accepts", var contact] => Command.AcceptOffer(floor.Contact(contact), agent),
            ["accepts", var contact, "offer", var offer] =>
                Command.AcceptOffer(floor.Contact(contact), agent, ScenarioSettings.Number(offer)),
            ["refuses", var contact] => Command.RefuseOffer(floor.Contact(contact), agent),
            ["ends", var contact] => Command.EndSegment(floor.Contact(contact), agent),
            ["ends", var contact, "after", "message", var number] =>
                Command.EndSegment(floor.Contact(contact), agent, ScenarioSettings.Number(number)),
            ["wraps", "up", var contact] => Command.FinishWrapUp(floor.Contact(contact), agent),
            ["snoozes", var contact, "until", var time] =>
                Command.Snooze(floor.Contact(contact), agent, floor.TimeOf(time)),
            ["resumes", var contact] => Command.WakeContact(floor.Contact(contact), Reason.AgentResumed),
            ["transfers", var contact, "to", var target] when floor.Queue(target) > 0 =>
                Command.TransferToQueue(floor.Contact(contact), agent, floor.Queue(target)),
            ["transfers", var contact, "to", var target] =>
                Command.TransferToAgent(floor.Contact(contact), agent, floor.Agent(target)),
            ["transfers", var contact, "to", var target, "or", "back"] =>
                Command.TransferToAgent(floor.Contact(contact), agent, floor.Agent(target), orBack: true),
            ["asks", var target, "about", var contact] when floor.Queue(target) > 0 =>
                Command.Consult(floor.Contact(contact), agent, 0, floor.Queue(target)),
            ["asks", var target, "about", var contact] => Command.Consult(floor.Contact(contact), agent, floor.Agent(target)),
            ["hands", "over", var contact] => Command.HandOver(floor.Contact(contact), agent),
            ["picks", var contact] => Command.PickContact(floor.Contact(contact), agent),
            ["takes", var contact] => Command.TakeContact(floor.Contact(contact), agent),
            ["is", "given", var contact] => Command.GiveContact(floor.Contact(contact), agent),
            ["takes", "back", var contact] => Command.CancelTransfer(floor.Contact(contact), agent),
            _ => throw Unknown(words),
        };
    }

    /// <summary>A new name is a new agent with the skills behind it, with a live connection.</summary>
    static Command State(ScenarioFloor floor, string[] words)
    {
        var name = words[0];
        if (floor.Agent(name) == 0)
        {
            var settings = ScenarioSettings.Agent(floor, name, words[2..]);
            Assert.Null(floor.Perform(Command.ConfigureAgent(settings)));
        }

        var agent = floor.Agent(name);
        if (words[1] == "available" && floor.Router.Agent(agent) is { IsConnected: false, State: AgentState.Offline })
        {
            Assert.Null(floor.Perform(Command.Reconnect(agent)));
        }

        var kind = words[1] == "away" && words.Length > 2 ? floor.Id(words[2]) : Guid.Empty;
        return Command.ChooseState(agent, Enum.Parse<AgentState>(words[1], ignoreCase: true), kind);
    }

    static FormatException Unknown(string[] words) => new("Not understood: " + string.Join(' ', words));
}

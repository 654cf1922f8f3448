using System.Collections.Frozen;
using Centrala.Core.Measures;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>Puts floors together: the router's state, the names and today's figures, cut to what a reader may see.</summary>
sealed class Floors(Cell cell, Names names, Today today, HelpRequests help, Db database, TimeProvider time)
{
    public async Task<FloorView> Of(Actor actor, CancellationToken cancel) =>
        (await Whole(cancel)).For(actor);

    public async Task<WholeFloor> Whole(CancellationToken cancel)
    {
        var state = await cell.Read(FloorState.Of, cancel);
        return new(state, await names.Get(cancel), today.Figures, await help.Get(cancel));
    }

    /// <summary>A floor that was, under the names of today, with the figures of its day up to then.</summary>
    public async Task<WholeFloor> Past(CellView past, CancellationToken cancel)
    {
        var midnight = DayJournal.Midnight(past.At, time.LocalTimeZone);
        var figures = await DayJournal.Fold(
            database, DayJournal.Targets(past.Router), midnight, past.Sequence, cancel);
        return new(
            FloorState.Of(past), await names.Get(cancel), figures.Queues.ToFrozenDictionary(),
            FrozenDictionary<Guid, HelpRequest>.Empty);
    }
}

/// <summary>The floor before it is cut to a reader's partners.</summary>
sealed record WholeFloor(
    FloorState State, NameBook Names, FrozenDictionary<int, QueueFigures> Today, FrozenDictionary<Guid, HelpRequest> Help)
{
    public FloorView For(Actor actor)
    {
        List<FloorQueueState> queues = [.. State.Queues.Where(queue => actor.Serves(queue.Partner))];
        List<FloorAgentState> agents = [.. State.Agents.Where(agent => agent.Partners.Any(actor.Serves))];
        List<FloorContactView> waiting =
            [.. State.Waiting.Where(contact => actor.Serves(contact.Partner)).Select(Contact)];
        var figures = Figures(queues, agents);
        if (actor.Kind == ActorKind.Partner) agents = []; // How many there are is a partner's business, who they are is not.
        return new(
            State.Sequence, State.At, figures, [.. queues.Select(Queue)],
            [.. agents.Select(agent => Agent(agent, actor)).OrderBy(agent => agent.Name, StringComparer.Ordinal)], waiting);
    }

    FiguresView Figures(List<FloorQueueState> queues, List<FloorAgentState> agents)
    {
        var sum = queues.Aggregate(new QueueFigures(), (total, queue) => total + Today.GetValueOrDefault(queue.Number));
        var longest = queues.Where(queue => queue.LongestSince is not null).Select(queue => queue.LongestSince).Min();
        var able = agents.Count(agent => agent is { State: AgentState.Available, Reachable: true, PointsUsed: < Limits.Points });
        return new(
            sum.ServiceLevelBasisPoints, queues.Sum(queue => queue.Waiting), longest, sum.Answered, sum.Abandoned, able,
            agents.Count(agent => agent.State != AgentState.Offline));
    }

    FloorQueueView Queue(FloorQueueState queue)
    {
        var name = Names.Queues.GetValueOrDefault(queue.Id);
        var figures = Today.GetValueOrDefault(queue.Number);
        return new(
            queue.Id, Names.Queue(queue.Id).Name, Names.Partner(queue.Partner), name?.Channels ?? [], queue.Open, queue.OpensAt,
            queue.Waiting, queue.LongestSince, queue.Able, figures.ServiceLevelBasisPoints, figures.Answered, figures.Abandoned,
            new(name?.TargetSeconds ?? 0, name?.TargetBasisPoints ?? 0));
    }

    // What an agent does for partners of others is none of the reader's business.
    FloorAgentView Agent(FloorAgentState agent, Actor reader) => new(
        agent.Id, Names.Person(agent.Id), agent.Team is { } team ? Names.Teams.GetValueOrDefault(team) : null, agent.State,
        agent.AwayKind, agent.StateSince, agent.Reachable, agent.HasTelephone,
        [
            .. agent.Work.Where(work => reader.Serves(work.Partner))
                .Select(work => new FloorWorkView(work.Contact, work.Queue, work.Channel, work.State, work.Since)),
        ],
        [.. agent.Partners.Where(reader.Serves).Select(partner => Names.Partner(partner).Name)],
        [.. agent.Skills.Select(skill => Names.Language(skill)).Where(language => language.Length > 0)],
        new(agent.PointsUsed, Limits.Points), Help.GetValueOrDefault(agent.Id)?.For(reader));

    FloorContactView Contact(FloorContactState contact) => new(
        contact.Contact, contact.Queue, contact.Channel, Names.Language(contact.Language), contact.Since, contact.BaseMilli,
        contact.SlopeMilli, contact.CapMilli, contact.Step, contact.Steps);
}

using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>Puts desks together: the router's state, the names, and what the channels know of the contacts.</summary>
sealed class Desks(Cell cell, Db database, Names names, HelpRequests help, IEnumerable<IContactContent> channels)
{
    /// <param name="actor">The agent: the content is read with the agent's eyes.</param>
    /// <returns>Null when the router does not know the agent.</returns>
    public async Task<DeskView?> Of(Actor actor, CancellationToken cancel)
    {
        var state = await cell.Read(view => DeskState.Of(view, actor.Id), cancel);
        return state is null ? null : await Furnish(state, actor, cancel);
    }

    /// <summary>One contact, whoever has it, with what the actor may read of it.</summary>
    public async Task<DeskContactView> Contact(DeskWork work, Actor actor, CancellationToken cancel) =>
        Contact(work, await names.Get(cancel), await Content([work.Contact], actor, cancel));

    public async Task<string?> CustomerName(Guid contact, Actor actor, CancellationToken cancel) =>
        (await Content([contact], actor, cancel)).GetValueOrDefault(contact)?.CustomerName;

    public async Task<NamedView> Person(Guid id, CancellationToken cancel) => new(id, (await names.Get(cancel)).Person(id));

    public async Task<DeskView> Furnish(DeskState state, Actor actor, CancellationToken cancel)
    {
        var book = await names.Get(cancel);
        var asked = (await help.Get(cancel)).GetValueOrDefault(state.Agent);
        Guid[] contacts = [.. state.Work.Select(work => work.Contact), .. state.Waiting.Select(waiting => waiting.Contact)];
        var content = await Content(contacts, actor, cancel);
        return new(
            state.Sequence, state.At,
            new(state.Agent, book.Person(state.Agent), state.State, state.AwayKind, state.StateSince, state.Reachable, state.HasTelephone,
                new(state.PointsUsed, Limits.Points), asked?.For(actor)),
            [.. state.Work.Where(work => work.State == WorkState.Offered).Select(work => Offer(work, book, content))],
            [.. state.Work.Where(work => work.State != WorkState.Offered).Select(work => Contact(work, book, content))],
            [.. state.Waiting.Select(waiting => Waiting(waiting, book, content))]);
    }

    async Task<Dictionary<Guid, ContactContent>> Content(Guid[] contacts, Actor actor, CancellationToken cancel)
    {
        var content = new Dictionary<Guid, ContactContent>();
        if (contacts.Length == 0) return content;
        await using var work = await database.Begin(actor, cancel);
        foreach (var channel in channels)
            foreach (var known in await channel.Read(work, contacts)) content[known.ContactId] = known;
        return content;
    }

    static OfferView Offer(DeskWork work, NameBook book, Dictionary<Guid, ContactContent> content)
    {
        var known = content.GetValueOrDefault(work.Contact);
        return new(
            work.Contact, work.Offer, work.Channel, book.Partner(work.Partner), book.Queue(work.Queue),
            Language(work.Language, known, book), known?.CustomerName, work.WaitSince, work.Until,
            [.. work.Why.Select(match => Reason(match, book))], Person(work.AskedBy, book));
    }

    static DeskContactView Contact(DeskWork work, NameBook book, Dictionary<Guid, ContactContent> content)
    {
        var known = content.GetValueOrDefault(work.Contact);
        var waited = work.Since - work.ArrivedAt;
        return new(
            work.Contact, known?.ConversationId, work.Channel, book.Partner(work.Partner), book.Queue(work.Queue),
            Language(work.Language, known, book), new(known?.CustomerName, known?.CustomerEmail), work.State, work.Since,
            work.ArrivedAt, Math.Max(0, (int)waited.TotalSeconds),
            work.State == WorkState.WrapUp ? work.Until : null, work.State == WorkState.Parked ? work.Until : null,
            work.Transferring, LastMessage(known), known?.Unread ?? 0, known?.CustomerWaitingSince, known?.Tags ?? [],
            Person(work.AskedBy, book), work.Asks is { } asks ? new(asks, Person(work.Asked, book)) : null, known?.CallbackNumber);
    }

    static WaitingView Waiting(DeskWaiting waiting, NameBook book, Dictionary<Guid, ContactContent> content)
    {
        var known = content.GetValueOrDefault(waiting.Contact);
        return new(
            waiting.Contact, waiting.Channel, book.Partner(waiting.Partner), book.Queue(waiting.Queue),
            Language(waiting.Language, known, book), known?.CustomerName, waiting.Since);
    }

    static NamedView? Person(Guid? id, NameBook book) => id is { } person ? new(person, book.Person(person)) : null;

    static LastMessageView? LastMessage(ContactContent? known) =>
        known is { LastNumber: { } number, LastAt: { } at }
            ? new(number, known.LastText ?? "", known.LastAuthor ?? "system", at) : null;

    static string Language(Guid? skill, ContactContent? known, NameBook book) =>
        book.Language(skill) is { Length: > 0 } language ? language : known?.Language ?? "";

    static ReasonView Reason(DeskMatch match, NameBook book)
    {
        if (match.Kind == DeskMatch.ByName) return new("agent", "", null);
        if (match.Kind != DeskMatch.Skill) return new("order", match.Kind, null);
        var skill = book.Skills.GetValueOrDefault(match.SkillId);
        return skill?.Language is { } language
            ? new("language", language, match.Level) : new("skill", skill?.Name ?? "", match.Level);
    }
}

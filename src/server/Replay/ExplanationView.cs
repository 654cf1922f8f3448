using Centrala.Core.Routing;
using Centrala.Server.Desk;

namespace Centrala.Server.Replay;

/// <summary>Why a contact's agents were chosen, and why it waited meanwhile, for a person to read.</summary>
/// <param name="IsCut">It goes on for longer than is explained.</param>
sealed record ExplanationView(
    Guid ContactId, IReadOnlyList<ChoiceView> Choices, IReadOnlyList<WaitView> Waits, bool IsCut)
{
    /// <summary>Contenders and claims that are named; the counts hold all.</summary>
    public const int NamedMax = 10;

    /// <param name="serves">Whose contacts may be named beside it.</param>
    public static ExplanationView Of(ContactStory story, NameBook book, Func<Guid, bool> serves) => new(
        story.Contact,
        [.. story.Choices.Select(choice => ChoiceView.Of(choice, story.Contact, book, serves))],
        [.. story.Waits.Select(wait => new WaitView(wait.From, wait.Until, wait.Why.View(book, null)))],
        story.IsCut);

    /// <summary>For a partner's people: how many were ruled out by what, and not who they are.</summary>
    public ExplanationView WithoutNames() => this with
    {
        Choices = [.. Choices.Select(choice => choice.WithoutNames())],
        Waits = [.. Waits.Select(wait => wait with { Why = wait.Why.WithoutNames() })],
    };
}

/// <summary>A stretch of waiting during which the same kept everybody from the contact.</summary>
/// <param name="Until">Null: it waits still.</param>
sealed record WaitView(DateTimeOffset From, DateTimeOffset? Until, WhyWaitingView Why);

/// <summary>An offer that the rules made.</summary>
/// <param name="Offer">From 1 within the contact.</param>
/// <param name="Agent">Null when the reader may not know.</param>
/// <param name="Rules">Version of the rules that decided.</param>
/// <param name="Reasons">Null: other rules decided than this program's, which cannot speak for them.</param>
sealed record ChoiceView(DateTimeOffset At, int Offer, NamedView? Agent, int Rules, ReasonsView? Reasons)
{
    public static ChoiceView Of(ToldChoice choice, Guid contact, NameBook book, Func<Guid, bool> serves) => new(
        choice.At, choice.Offer, book.PersonView(choice.Agent), choice.Rules,
        choice.Why is { } why ? ReasonsView.Of(why, contact, book, serves) : null);

    public ChoiceView WithoutNames() => this with { Agent = null, Reasons = Reasons?.WithoutNames() };
}

/// <param name="FreedAgent">Who looked for work; null: the contact looked for an agent.</param>
/// <param name="ByQueue">The queue's order of agents decided; else the contact fell to the freed agent.</param>
/// <param name="Order">The queue's order of agents.</param>
/// <param name="RankMilli">The contact's rank, in thousandths.</param>
/// <param name="Claims">What else the freed agent could have taken, the best first.</param>
/// <param name="ClaimCount">Of all of them.</param>
/// <param name="Contenders">Who could have had it, the best first, the chosen one included.</param>
/// <param name="ContenderCount">Of all of them.</param>
/// <param name="Obstacles">What ruled the others out, the nearest to a yes first.</param>
sealed record ReasonsView(
    NamedView? FreedAgent, bool ByQueue, Selection Order, long RankMilli, IReadOnlyList<ClaimView> Claims, int ClaimCount,
    IReadOnlyList<ContenderView> Contenders, int ContenderCount, IReadOnlyList<ObstacleView> Obstacles)
{
    public static ReasonsView Of(ChoiceReasons why, Guid contact, NameBook book, Func<Guid, bool> serves) => new(
        why.FreedAgent is { } freed ? book.PersonView(freed) : null, why.IsByQueue, why.Selection, why.RankMilli,
        [
            .. why.Claims.Where(claim => claim.Contact != contact && serves(claim.Partner)).Take(ExplanationView.NamedMax)
                .Select(claim => new ClaimView(claim.Contact, book.Queue(claim.Queue), claim.RankMilli, claim.WaitSince)),
        ],
        Math.Max(0, why.Claims.Count - 1),
        [
            .. why.Contenders.Take(ExplanationView.NamedMax).Select(one =>
                new ContenderView(book.PersonView(one.Agent), one.Score, one.PointsUsed, one.IdleSince)),
        ],
        why.Contenders.Count, WhyWaitingWords.Obstacles(why.RuledOut, book));

    public ReasonsView WithoutNames() => this with
    {
        FreedAgent = null,
        Contenders = [],
        Obstacles = [.. Obstacles.Select(obstacle => obstacle with { People = [] })],
    };
}

/// <summary>Another contact, and what it could say for itself.</summary>
sealed record ClaimView(Guid ContactId, NamedView Queue, long RankMilli, DateTimeOffset Since);

/// <param name="Score">By the queue's order of agents: lower is better. The fewer points and the longer idleness decide
/// between equals.</param>
sealed record ContenderView(NamedView Agent, long Score, int PointsUsed, DateTimeOffset IdleSince);

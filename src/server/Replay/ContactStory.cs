using Centrala.Core.Routing;
using Centrala.Server.Desk;

namespace Centrala.Server.Replay;

/// <summary>Why a contact's agents were chosen, and why it waited meanwhile: ids and instants, no names.</summary>
/// <param name="IsCut">It goes on for longer than is explained.</param>
sealed record ContactStory(Guid Contact, IReadOnlyList<ToldChoice> Choices, IReadOnlyList<ToldWait> Waits, bool IsCut);

/// <summary>A stretch of waiting during which the same kept everybody from the contact.</summary>
/// <param name="Until">Null: it waits still.</param>
sealed record ToldWait(DateTimeOffset From, DateTimeOffset? Until, WhyWaiting Why);

/// <summary>One offer that the rules made.</summary>
/// <param name="Rules">Version of the rules that decided.</param>
/// <param name="Why">Null: other rules decided than this program's, which cannot speak for them.</param>
sealed record ToldChoice(DateTimeOffset At, int Offer, Guid Agent, short Rules, ChoiceReasons? Why);

/// <param name="FreedAgent">Who looked for work; null: the contact looked for an agent.</param>
/// <param name="Claims">What else the freed agent could have taken, the best first, the chosen one included.</param>
/// <param name="Contenders">Who could have had it, the best first, the chosen one included.</param>
/// <param name="RuledOut">All the others who serve the partner.</param>
sealed record ChoiceReasons(
    Guid? FreedAgent, bool IsByQueue, Selection Selection, long RankMilli, IReadOnlyList<ToldClaim> Claims,
    IReadOnlyList<ToldContender> Contenders, IReadOnlyList<WaitingCandidate> RuledOut)
{
    public static ChoiceReasons Of(Explanation told, Router router) => new(
        told.FreedAgent == 0 ? null : router.Directory.AgentId(told.FreedAgent), told.IsByQueue, told.Selection, told.RankMilli,
        [.. told.Claims.Select(claim => ToldClaim.Of(claim, router))],
        [
            .. told.Contenders.Where(one => one.Candidate.Obstacle == Obstacle.None).Order(Contender.BestFirst)
                .Select(one => new ToldContender(
                    router.Directory.AgentId(one.Candidate.Agent), one.Score, one.PointsUsed, one.IdleSince)),
        ],
        [
            .. told.Contenders.Where(one => one.Candidate.Obstacle != Obstacle.None)
                .Select(one => WaitingCandidate.Past(router, one.Candidate)),
        ]);
}

sealed record ToldClaim(Guid Contact, Guid Partner, Guid Queue, long RankMilli, DateTimeOffset WaitSince)
{
    public static ToldClaim Of(Claim claim, Router router)
    {
        ref readonly var contact = ref router.Contact(claim.Contact);
        return new(
            contact.Id, router.Directory.PartnerId(contact.Partner), router.Directory.QueueId(contact.Queue),
            claim.RankMilli, claim.WaitSince);
    }
}

/// <param name="Score">By the queue's order of agents: lower is better.</param>
sealed record ToldContender(Guid Agent, long Score, int PointsUsed, DateTimeOffset IdleSince);

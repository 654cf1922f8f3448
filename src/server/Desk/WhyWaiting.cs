using Centrala.Core.Routing;
using Centrala.Server.Dispatch;

namespace Centrala.Server.Desk;

/// <summary>Why a contact still waits, copied out of the router: ids and instants, no names.</summary>
/// <param name="Step">The step in force, from 1; 0 when only a named agent is sought.</param>
/// <param name="StepUntil">When the next step comes into force; null: there is none.</param>
sealed record WhyWaiting(
    Guid Contact, Guid Partner, Guid Queue, Guid? Language, DateTimeOffset Since, int Position, int Step,
    DateTimeOffset? StepUntil, Guid? Named, IReadOnlyList<Step> Steps, IReadOnlyList<WaitingCandidate> Candidates)
{
    /// <returns>Null when the router does not know the contact, or it does not wait.</returns>
    public static WhyWaiting? Of(CellView view, Guid id)
    {
        var (router, _, at) = view;
        var number = router.Directory.Contact(id);
        if (number == 0) return null;
        ref readonly var contact = ref router.Contact(number);
        if (contact.Seek != SeekState.Waiting) return null;
        var directory = router.Directory;
        return new(
            id, directory.PartnerId(contact.Partner), directory.QueueId(contact.Queue),
            contact.Language == 0 ? null : directory.SkillId(contact.Language), contact.WaitSince,
            router.Position(number, at), contact.Step, contact.Until,
            contact.Step == 0 ? directory.AgentId(contact.Named) : null, router.StepsOf(number),
            [.. router.WhyWaiting(number).Select(candidate => WaitingCandidate.Of(router, candidate))]);
    }

    /// <summary>Whether the same keeps the same people from it, in the same step.</summary>
    public bool IsLike(WhyWaiting other) =>
        (Queue, Step, Named) == (other.Queue, other.Step, other.Named)
        && Candidates.Select(Key).SequenceEqual(other.Candidates.Select(Key));

    static (Guid, Obstacle, string) Key(WaitingCandidate candidate) =>
        (candidate.Agent, candidate.Obstacle, string.Join(',', candidate.Missing));
}

/// <param name="Since">Of the state for those who are away or offline; null otherwise.</param>
/// <param name="Until">The end of a cool-down.</param>
sealed record WaitingCandidate(
    Guid Agent, Obstacle Obstacle, Guid? AwayKind, DateTimeOffset? Since, DateTimeOffset? Until,
    IReadOnlyList<MissingThing> Missing)
{
    public static WaitingCandidate Of(Router router, in Candidate candidate)
    {
        var agent = router.Agent(candidate.Agent)!;
        var isState = candidate.Obstacle is Obstacle.Away or Obstacle.NotSignedIn;
        return new(
            agent.Id, candidate.Obstacle, candidate.Obstacle == Obstacle.Away ? agent.AwayKind : null,
            isState ? agent.StateSince : null, candidate.Until, MissingTo(router, candidate));
    }

    /// <summary>A candidate of an earlier moment of the same decision: his state since then is not told.</summary>
    public static WaitingCandidate Past(Router router, in Candidate candidate) => new(
        router.Directory.AgentId(candidate.Agent), candidate.Obstacle, null, null, candidate.Until, MissingTo(router, candidate));

    static IReadOnlyList<MissingThing> MissingTo(Router router, in Candidate candidate) =>
        [.. candidate.Missing.Select(missing => MissingThing.Of(router.Directory, missing))];
}

/// <param name="Id">The skill, team, vendor or agent; empty for a trust level.</param>
sealed record MissingThing(MatchKind Kind, Guid Id, int Asked, bool Unwanted)
{
    public static MissingThing Of(Core.Routing.Directory directory, in Missing missing)
    {
        var id = missing.Number == 0 ? Guid.Empty : missing.Kind switch
        {
            MatchKind.Skill => directory.SkillId(missing.Number),
            MatchKind.Team => directory.TeamId(missing.Number),
            MatchKind.Vendor => directory.VendorId(missing.Number),
            MatchKind.Agent => directory.AgentId(missing.Number),
            _ => Guid.Empty,
        };
        return new(missing.Kind, id, missing.Asked, missing.IsUnwanted);
    }
}

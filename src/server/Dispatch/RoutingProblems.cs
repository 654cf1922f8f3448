using System.Collections.Frozen;
using Centrala.Core.Vocabulary;

namespace Centrala.Server.Dispatch;

/// <summary>The router's refusals as problems. A refusal changes nothing, so the request may be repeated as it is.</summary>
public static class RoutingProblems
{
    static readonly FrozenDictionary<Refusal, Problem> known = Refusal.OfTheRouter.ToFrozenDictionary(
        refusal => refusal, refusal => new Problem(refusal.Name, StatusOf(refusal), refusal.Title,
            refusal.Title + " Routing has moved on, or never knew it. Nothing was changed; what you see now is the present state."));

    /// <summary>A field, so that the pages find them.</summary>
    static readonly IReadOnlyList<Problem> all = known.Values;

    public static Problem Of(Refusal refusal) => known[refusal];

    static int StatusOf(Refusal refusal) => refusal switch
    {
        _ when refusal == Refusal.UnknownContact || refusal == Refusal.UnknownAgent || refusal == Refusal.UnknownQueue => 404,
        _ when refusal == Refusal.SettingOutOfRange || refusal == Refusal.UnknownReference
            || refusal == Refusal.InstantOutOfRange || refusal == Refusal.NotUnderstood => 422,
        _ => 409,
    };
}

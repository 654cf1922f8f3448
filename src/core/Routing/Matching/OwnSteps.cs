using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>
/// Steps that came with a contact, put into numbers once for each wording: a customer's own agent is asked for again and
/// again.
/// </summary>
/// <remarks>Numbers are for good, so that what was worked out once stays right.</remarks>
sealed class OwnSteps(Directory directory)
{
    /// <summary>Wordings that are kept; beyond them all are worked out anew.</summary>
    const int Kept = 16_384;

    readonly record struct Wording(IReadOnlyList<Step> Steps, int Language);

    readonly Dictionary<Wording, Plan.PlanStep[]> known = new(new SameWording());

    /// <param name="language">The customer's, a skill number; 0: any.</param>
    public Plan.PlanStep[] Of(IReadOnlyList<Step> steps, int language)
    {
        var wording = new Wording(steps, language);
        if (known.TryGetValue(wording, out var inNumbers)) return inNumbers;
        if (known.Count == Kept) known.Clear();
        inNumbers = Plan.InNumbers(steps, language, directory);
        known.Add(wording, inNumbers);
        return inNumbers;
    }

    sealed class SameWording : IEqualityComparer<Wording>
    {
        public bool Equals(Wording left, Wording right) =>
            left.Language == right.Language && Are(left.Steps, right.Steps, Is);

        public int GetHashCode(Wording wording)
        {
            var hash = wording.Language;
            for (var place = 0; place < wording.Steps.Count; place++) hash = hash * 31 + Hash(wording.Steps[place].Requires);
            return hash;
        }

        static bool Is(Step left, Step right) =>
            left.For == right.For && left.WhileSignedIn == right.WhileSignedIn && Is(left.Requires, right.Requires);

        static bool Is(Requirement left, Requirement right) => (left, right) switch
        {
            (Requirement.All all, Requirement.All others) => Are(all.Parts, others.Parts, Is),
            (Requirement.Any any, Requirement.Any others) => Are(any.Parts, others.Parts, Is),
            (Requirement.Not not, Requirement.Not other) => Is(not.Part, other.Part),
            _ => left.Equals(right),
        };

        static bool Are<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, Func<T, T, bool> alike)
        {
            if (ReferenceEquals(left, right)) return true;
            if (left.Count != right.Count) return false;
            for (var place = 0; place < left.Count; place++)
            {
                if (!alike(left[place], right[place])) return false;
            }

            return true;
        }

        static int Hash(Requirement requirement) => requirement switch
        {
            Requirement.All all => 1 + Hash(all.Parts),
            Requirement.Any any => 2 + Hash(any.Parts),
            Requirement.Not not => 3 + 31 * Hash(not.Part),
            _ => requirement.GetHashCode(),
        };

        static int Hash(IReadOnlyList<Requirement> parts)
        {
            var hash = 17;
            for (var place = 0; place < parts.Count; place++) hash = hash * 31 + Hash(parts[place]);
            return hash;
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;
using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;

namespace Centrala.Server.Organisation;

/// <summary>
/// Reads requirements and steps as people write them:
/// <c>language>=3 and (products>=2 or team care) for 20s; language>=2 for 1m; any</c>.
/// </summary>
/// <remarks>
/// <c>or</c> binds looser than <c>and</c>, <c>not</c> tightest. A skill is its word, with a level or (without one) at any;
/// <c>language</c> is the customer's own; <c>team</c> and <c>vendor</c> are followed by a word, <c>agent</c> by an id,
/// <c>trust</c> by <c>>=</c> and a number; <c>any</c> is every member. A step's time is whole seconds, minutes or hours;
/// <c>while signed in</c> after it skips the step while everybody who fits it is offline.
/// </remarks>
public static class RequirementText
{
    /// <summary>Characters of one text.</summary>
    public const int LengthMax = 2_000;

    public static readonly FrozenSet<string> Keywords = new[]
    {
        "any", "and", "or", "not", "for", "while", "signed", "in", "language", "team", "vendor", "trust", "agent",
    }.ToFrozenSet();

    /// <returns>Null when the text is wrong; the fault is then added to <paramref name="field"/>.</returns>
    public static IReadOnlyList<Step>? Steps(string text, Words words, string field, Faults faults) =>
        Read(text, words, field, faults, parser => parser.Steps());

    /// <inheritdoc cref="Steps"/>
    public static Requirement? Requirement(string text, Words words, string field, Faults faults) =>
        Read(text, words, field, faults, parser => parser.OnlyRequirement());

    static T? Read<T>(string text, Words words, string field, Faults faults, Func<Parser, T> read) where T : class
    {
        if (text.Length > LengthMax)
        {
            faults.Add(field, Say($"Use at most {LengthMax} characters."));
            return null;
        }
        try
        {
            return read(new Parser(new RequirementTokens(text), words));
        }
        catch (UnreadableRequirementException wrong)
        {
            faults.Add(field, wrong.Said);
            return null;
        }
    }

    sealed class Parser(RequirementTokens tokens, Words words)
    {
        int parts;

        public Requirement OnlyRequirement()
        {
            var requirement = Or(1);
            return tokens.AtEnd ? requirement : throw tokens.Expected(Say($"“and”, “or” or the end"));
        }

        public IReadOnlyList<Step> Steps()
        {
            var steps = new List<Step> { OneStep() };
            while (tokens.Take(";"))
            {
                if (steps[^1].For is null)
                    throw new UnreadableRequirementException(Say($"Step {steps.Count} has no time (“for 20s”), so the next would never come."));
                steps.Add(OneStep());
            }
            if (!tokens.AtEnd) throw tokens.Expected(Say($"“and”, “or”, “for”, “;” or the end"));
            if (steps.Count > Limits.Steps) throw new UnreadableRequirementException(Say($"At most {Limits.Steps} steps."));
            return steps[^1].For is null ? steps : throw new UnreadableRequirementException(Say($"The last step has no end: leave its time out."));
        }

        Step OneStep()
        {
            parts = 0;
            var requirement = Or(1);
            var time = tokens.Take("for") ? tokens.TakeTime() : (TimeSpan?)null;
            var whileSignedIn = tokens.Take("while");
            if (whileSignedIn && !(tokens.Take("signed") && tokens.Take("in"))) throw tokens.Expected(Say($"“while signed in”"));
            return new Step(requirement, time, whileSignedIn);
        }

        Requirement Or(int depth)
        {
            var terms = new List<Requirement> { And(depth) };
            while (tokens.Take("or")) terms.Add(And(depth));
            return terms is [var only] ? only : Counted(new Requirement.Any(terms));
        }

        Requirement And(int depth)
        {
            var terms = new List<Requirement> { Not(depth) };
            while (tokens.Take("and")) terms.Add(Not(depth));
            return terms is [var only] ? only : Counted(new Requirement.All(terms));
        }

        Requirement Not(int depth)
        {
            // A level of the text can become three of the requirement: or, and, not.
            if (depth * 3 > Limits.RequirementDepth) throw new UnreadableRequirementException(Say($"Too many parentheses inside each other."));
            if (tokens.Take("not")) return Counted(new Requirement.Not(Not(depth + 1)));
            if (!tokens.Take("(")) return Counted(Leaf());
            var inner = Or(depth + 1);
            return tokens.Take(")") ? inner : throw tokens.Expected(Say($"“)”"));
        }

        Requirement Leaf()
        {
            if (tokens.Take("any")) return Core.Vocabulary.Requirement.Anyone;
            if (tokens.Take("language")) return new Requirement.CustomersLanguage(Level());
            if (tokens.Take("team")) return new Requirement.Team(Known(words.Teams, Say($"team")));
            if (tokens.Take("vendor")) return new Requirement.Vendor(Known(words.Vendors, Say($"vendor")));
            if (tokens.Take("agent")) return new Requirement.Agent(NamedAgent());
            if (tokens.Take("trust")) return new Requirement.Trust(AtLeast(0, Limits.HighestTrust));
            return new Requirement.Skill(Known(words.Skills, Say($"skill")), Level());
        }

        Guid NamedAgent() => Guid.TryParse(tokens.TakeWord(Say($"the id of an agent")), out var id) && words.Agents.Contains(id)
            ? id
            : throw new UnreadableRequirementException(Say($"There is no agent with this id."));

        Guid Known(IReadOnlyDictionary<string, Guid> known, Sentence kind)
        {
            var word = tokens.TakeWord(Say($"a {kind}"));
            if (known.TryGetValue(word, out var id)) return id;
            throw new UnreadableRequirementException(Keywords.Contains(word)
                ? Say($"“{word}” cannot stand here; a {kind} was expected.")
                : Say($"There is no {kind} “{word}”."));
        }

        int Level() => tokens.Sees(">=") ? AtLeast(1, Limits.HighestLevel) : 1;

        int AtLeast(int least, int most)
        {
            if (!tokens.Take(">=")) throw tokens.Expected(Say($"“>=”"));
            var text = tokens.TakeWord(Say($"a number"));
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= least && level <= most
                ? level
                : throw new UnreadableRequirementException(Say($"“{text}” is not a number from {least} to {most}."));
        }

        Requirement Counted(Requirement part) => ++parts <= Limits.RequirementParts
            ? part
            : throw new UnreadableRequirementException(Say($"A requirement has at most {Limits.RequirementParts} parts."));
    }
}

using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Access;

/// <summary>Collects what is wrong with a request's fields, so that one answer names all of it.</summary>
sealed class Validation
{
    readonly Dictionary<string, string[]> errors = [];

    public bool Failed => errors.Count > 0;

    /// <param name="objection">Null when the field is fine.</param>
    public Validation Check(string field, Sentence? objection)
    {
        if (objection is not null) errors.TryAdd(field, [objection.Text]);
        return this;
    }

    public ProblemHttpResult Answer() => CommonProblems.InvalidInput.Answer(errors: errors);
}

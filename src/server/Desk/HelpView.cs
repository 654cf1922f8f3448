using System.Text.Json.Serialization;

namespace Centrala.Server.Desk;

/// <summary>That an agent asks for help.</summary>
/// <param name="ContactId">What he is at; absent when it is nothing, or none of the reader's business.</param>
/// <param name="Word">In the agent's words, at most <see cref="AskForHelp.WordMax"/> characters.</param>
sealed record HelpView(
    DateTimeOffset Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ContactId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Word);

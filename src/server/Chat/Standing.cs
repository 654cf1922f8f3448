using System.Text.Json.Serialization;

namespace Centrala.Server.Chat;

/// <summary>Where a conversation stands, as its customer may know it.</summary>
/// <param name="State">waiting, connected, parked or ended.</param>
/// <param name="AgentName">The first name of whoever answers.</param>
/// <param name="Position">Place in the line, from 1.</param>
/// <param name="WaitFrom">Seconds: the wait from now on will probably lie between this and <paramref name="WaitTo"/>.</param>
/// <param name="OpensAt">When a message that was left is looked at.</param>
/// <param name="EndedReason">agent, customer, silent or other.</param>
sealed record Standing(
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AgentName = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Position = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? WaitFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? WaitTo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? OpensAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EndedReason = null)
{
    public const string Waiting = "waiting";
    public const string Connected = "connected";
    public const string Parked = "parked";
    public const string Ended = "ended";
}

using Centrala.Server.Database;

namespace Centrala.Server.Desk;

/// <summary>What a channel knows of its contacts that a desk shows; each channel with content implements it.</summary>
public interface IContactContent
{
    /// <summary>Something that a desk shows has changed in this conversation, and is committed.</summary>
    event Action<Guid>? Changed;

    /// <summary>Of those contacts that are the channel's and that the actor of the work may see.</summary>
    Task<IReadOnlyList<ContactContent>> Read(Work work, IReadOnlyCollection<Guid> contacts);
}

/// <param name="ConversationId">Null for work without words of its own, such as a task.</param>
/// <param name="Language">The conversation's, as a tag.</param>
/// <param name="LastAuthor">customer, agent or system.</param>
/// <param name="Tags">What it is about, in a word each; null where the channel knows no tags.</param>
/// <param name="CustomerWaitingSince">The first of the customer's messages that nobody has answered.</param>
public sealed record ContactContent(
    Guid ContactId, Guid? ConversationId, string? CustomerName, string? CustomerEmail, string? Language, int? LastNumber,
    string? LastText, string? LastAuthor, DateTimeOffset? LastAt, int Unread, DateTimeOffset? CustomerWaitingSince,
    string[]? Tags = null)
{
    /// <summary>Of a call whose line is gone: where its customer can be called back.</summary>
    public string? CallbackNumber { get; init; }
}

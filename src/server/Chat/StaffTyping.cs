using Centrala.Server.Live;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Shows the customer that the agent who has the contact is writing.</summary>
sealed class StaffTyping(Db database, ConversationFeed feed) : ITypingRelay
{
    public async Task StaffIsTyping(Actor actor, Guid conversation, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, conversation) is { } found && found.Connected == actor.Id)
            feed.StaffTypes(conversation, true);
    }
}

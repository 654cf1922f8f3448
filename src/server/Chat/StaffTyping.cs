using Centrala.Server.Live;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Shows the customer that the agent who has the contact is writing to him, and colleagues that somebody writes at all.</summary>
sealed class StaffTyping(Db database, ConversationFeed feed) : ITypingRelay
{
    public async Task StaffIsTyping(Actor actor, Guid conversation, bool toCustomer, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, conversation) is not { } found) return;
        if (toCustomer && found.Connected == actor.Id) feed.StaffTypes(conversation, true);
        var name = await work.Single<string>("select name from person where id = @Id", new { actor.Id });
        feed.ColleagueTypes(conversation, found.PartnerId, actor.Id, name ?? "");
    }
}

using System.Collections.Concurrent;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Dapper;

namespace Centrala.Bench;

/// <summary>What customers were told is stored: kept apart from the centre, and held against it afterwards.</summary>
sealed class CrashLedger
{
    readonly ConcurrentDictionary<Guid, Guid> chats = [];
    readonly ConcurrentDictionary<Guid, Guid> messages = [];

    public int Acknowledged => chats.Count + messages.Count;

    /// <param name="clientId">The browser's name for the start.</param>
    public void ChatTaken(Guid clientId, Guid conversation) => chats[clientId] = conversation;

    public void MessageTaken(Guid clientId, Guid conversation) => messages[clientId] = conversation;

    /// <summary>A copy of the present state, for an instant at which everything is stopped.</summary>
    public CrashLedger Copy()
    {
        var copy = new CrashLedger();
        foreach (var (clientId, conversation) in chats) copy.chats[clientId] = conversation;
        foreach (var (clientId, conversation) in messages) copy.messages[clientId] = conversation;
        return copy;
    }

    /// <summary>Compares with the database, and verifies the journal on the way.</summary>
    /// <returns>Acknowledged things that are not there, and things that are there more than once.</returns>
    public async Task<(int Lost, int Duplicated)> Compare(Database database)
    {
        await VerifyJournal.Read(database, CancellationToken.None);
        await using var owner = await database.Owner.OpenConnectionAsync();
        var storedChats = (await owner.QueryAsync<(Guid Client, Guid Conversation, Guid? Contact)>("""
            select c.client_id, c.id, k.id from conversation c left join contact k on k.id = c.contact_id
            """)).ToLookup(row => row.Client);
        var storedMessages = (await owner.QueryAsync<(Guid Client, Guid Conversation)>(
            "select client_id, conversation_id from message where author_kind = 'customer' and number > 1")).ToLookup(row => row.Client);

        // A chat whose arrival is still in the inbox is stored, and becomes a contact with the writer's next commit.
        var arriving = await owner.QuerySingleAsync<int>("select count(*) from inbox");
        var withoutContact = storedChats.SelectMany(rows => rows).Count(row => row.Contact is null);
        var lost = chats.Count(chat => !storedChats[chat.Key].Any(row => row.Conversation == chat.Value))
            + Math.Max(0, withoutContact - arriving)
            + messages.Count(message => !storedMessages[message.Key].Any(row => row.Conversation == message.Value));
        var duplicated = storedChats.Sum(rows => rows.Count() - 1) + storedMessages.Sum(rows => rows.Count() - 1);
        return (lost, duplicated);
    }
}

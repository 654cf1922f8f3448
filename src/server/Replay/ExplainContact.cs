using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Replay;

/// <summary>Finds a contact and has it told.</summary>
static class ExplainContact
{
    /// <param name="work">Of whoever asks: what he does not see is not there.</param>
    /// <param name="database">The journal, which nobody sees, is read by the program itself.</param>
    /// <returns>Null when there is no such contact.</returns>
    /// <exception cref="DamagedJournalException">What is stored is not what was written.</exception>
    public static async Task<(ContactStory Story, Guid? Partner)?> Of(
        Guid contact, Work work, Db database, CancellationToken cancel)
    {
        var found = await work.Single<Found>(
            "select cell, number, partner_id, arrived_at, sequence from contact where id = @contact", new { contact });
        if (found is null) return null;
        await using var connection = await database.Writer.OpenConnectionAsync(cancel);
        var story = await new TellContact(connection, found.Cell, contact, found.Number)
            .Tell(found.ArrivedAt, found.Sequence, cancel);
        return (story, found.PartnerId);
    }

    sealed record Found(short Cell, int Number, Guid? PartnerId, DateTimeOffset ArrivedAt, long Sequence);
}

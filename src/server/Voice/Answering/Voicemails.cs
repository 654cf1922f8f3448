using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Access;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Centre;
using Centrala.Server.Voice.Link;
using Npgsql;
using NpgsqlTypes;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>Stores the messages that callers leave, sealed, each with the arrival of the work that it is, in one commit.</summary>
sealed class Voicemails(Db database, Cell cell, InstallationKey key, IHostApplicationLifetime program) : IHearsVoice
{
    public const string KeyName = "voicemails";

    const string StoreNew = """
        with stored as (
          insert into voicemail (contact_id, call_contact_id, partner_id, queue_id, language_id, caller, seconds, sound, left_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (contact_id) do nothing returning contact_id)
        insert into inbox (cell, command) select $10, $11 from stored
        """;

    readonly SealedSecret seal = new(key.For(KeyName));

    public void Listen(LinkEnd voice) =>
        voice.Take<VoicemailLeft>(message => Patiently.Do(() => Store(message), program.ApplicationStopped));

    async Task Store(VoicemailLeft message)
    {
        var arrival = CellCommand.Arrive(new Arrival { Id = message.Contact, Queue = 0, Channel = Channel.Task, ArrivedAt = message.LeftAt },
            message.Queue, message.Language);
        await using var command = database.Intake.CreateCommand(StoreNew);
        command.Parameters.AddRange((NpgsqlParameter[])
        [
            new() { Value = message.Contact },
            new() { Value = message.Call },
            new() { Value = message.Partner },
            new() { Value = message.Queue },
            new() { Value = message.Language == default ? DBNull.Value : message.Language, NpgsqlDbType = NpgsqlDbType.Uuid },
            new() { Value = (object?)message.Caller ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new() { Value = (float)message.Sound.Length / Media.Wav.Hertz },
            new() { Value = seal.Seal(message.Sound, message.Contact) },
            new() { Value = message.LeftAt.UtcDateTime },
            new() { Value = Cell.Default },
            new() { Value = Inbox.Encoded(arrival) },
        ]);
        await command.ExecuteNonQueryAsync(program.ApplicationStopped);
        cell.Wake();
    }
}

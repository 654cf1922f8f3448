using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Centre;
using Centrala.Server.Voice.Link;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Leads;

/// <summary>Keeps who was in whose call; a fact may come twice.</summary>
sealed class LeadRecords(Db database, IHostApplicationLifetime program) : IHearsVoice
{
    public void Listen(LinkEnd voice) => voice.Take<LeadFact>(fact => Patiently.Do(() => Store(fact), program.ApplicationStopped));

    public async Task Store(LeadFact fact)
    {
        await using var command = database.Intake.CreateCommand("""
            insert into lead_session as s (id, contact_id, partner_id, lead_id, mode, began_at, ended_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do update set ended_at = coalesce(s.ended_at, excluded.ended_at)
            """);
        command.Parameters.Add(new() { Value = fact.Id });
        command.Parameters.Add(new() { Value = fact.Contact });
        command.Parameters.Add(new() { Value = fact.PartnerId });
        command.Parameters.Add(new() { Value = fact.Lead });
        command.Parameters.Add(new() { Value = Word<LeadMode>.Of(fact.Mode) });
        command.Parameters.Add(new() { Value = fact.BeganAt.UtcDateTime });
        command.Parameters.Add(new() { Value = (object?)fact.EndedAt?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(program.ApplicationStopped);
    }
}

using Centrala.Server.Voice.Centre;
using Centrala.Server.Voice.Link;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>Keeps when those who were called into a call answered, and when they went.</summary>
sealed class OutsideLegs(Db database, IHostApplicationLifetime program) : IHearsVoice
{
    public void Listen(LinkEnd voice) =>
        voice.Take<OutsideLegFact>(fact => Patiently.Do(() => Store(fact.Leg, fact.At, fact.HasEnded), program.ApplicationStopped));

    /// <summary>Nobody was called after all. It counts all the same.</summary>
    public Task Close(Guid leg, DateTimeOffset at) => Store(leg, at, hasEnded: true);

    async Task Store(Guid leg, DateTimeOffset at, bool hasEnded)
    {
        await using var command = database.Intake.CreateCommand(hasEnded
            ? "update outside_leg set ended_at = coalesce(ended_at, $2) where id = $1"
            : "update outside_leg set answered_at = coalesce(answered_at, $2) where id = $1");
        command.Parameters.Add(new() { Value = leg });
        command.Parameters.Add(new() { Value = at.UtcDateTime });
        await command.ExecuteNonQueryAsync(program.ApplicationStopped);
    }
}

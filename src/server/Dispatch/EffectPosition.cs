using Npgsql;

namespace Centrala.Server.Dispatch;

/// <summary>How far an effect has come.</summary>
static class EffectPosition
{
    /// <summary>A new effect begins with the present: it does not do again what a long past asked of others.</summary>
    public static async Task Begin(NpgsqlConnection connection, string effect, short cell)
    {
        await using var command = new NpgsqlCommand("""
            insert into effect_position (effect, cell, sequence) select $1, $2, sequence from cell where id = $2
            on conflict do nothing
            """, connection)
        {
            Parameters = { new() { Value = effect }, new() { Value = cell } },
        };
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> Read(NpgsqlConnection connection, string effect, short cell)
    {
        await using var command = new NpgsqlCommand(
            "select sequence from effect_position where effect = $1 and cell = $2", connection)
        {
            Parameters = { new() { Value = effect }, new() { Value = cell } },
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Store(NpgsqlConnection connection, string effect, short cell, long sequence)
    {
        await using var command = new NpgsqlCommand(
            "update effect_position set sequence = $3 where effect = $1 and cell = $2 and sequence < $3", connection)
        {
            Parameters = { new() { Value = effect }, new() { Value = cell }, new() { Value = sequence } },
        };
        await command.ExecuteNonQueryAsync();
    }
}

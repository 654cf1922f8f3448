using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Centrala.Bench.Accept;

/// <summary>Processor time by part, which neighbours on the machine cannot move: this process, and PostgreSQL's backends by role.</summary>
sealed class CpuMeter(NpgsqlDataSource superuser)
{
    /// <summary>Clock ticks a second in /proc; fixed by the kernel's interface.</summary>
    const double TicksPerSecond = 100;

    /// <returns>Seconds since each part began, by name; only where there is /proc.</returns>
    public async Task<Dictionary<string, double>> Read()
    {
        var seconds = new Dictionary<string, double>
        {
            ["server and generator"] = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds,
        };
        await using var command = superuser.CreateCommand(
            "select pid, coalesce(nullif(application_name, ''), backend_type) from pg_stat_activity");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (file, part) = ($"/proc/{reader.GetInt32(0)}/stat", reader.GetString(1));
            if (!File.Exists(file)) continue;
            // The name in the second field may hold blanks; after it, user and system time are the 12th and 13th.
            var text = await File.ReadAllTextAsync(file);
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            seconds[part] = seconds.GetValueOrDefault(part) + ((Ticks(fields[11]) + Ticks(fields[12])) / TicksPerSecond);
        }
        return seconds;
    }

    /// <summary>Microseconds a chat between two readings, the parts that took any.</summary>
    public static string Text(Dictionary<string, double> before, Dictionary<string, double> after, int chats) => string.Join(", ",
        from part in after
        let micros = (part.Value - before.GetValueOrDefault(part.Key)) * 1e6 / chats
        where micros >= 1
        select string.Create(CultureInfo.InvariantCulture, $"{part.Key} {micros:0} µs"));

    static double Ticks(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

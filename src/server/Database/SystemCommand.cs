using System.Diagnostics;

namespace Centrala.Server.Database;

/// <summary>Runs one of the system's programs to its end and keeps what it said.</summary>
static class SystemCommand
{
    public readonly record struct Answer(int ExitCode, string Output, string Complaint)
    {
        public bool Succeeded => ExitCode == 0;
    }

    /// <exception cref="PrivatePostgresException">The program is not installed.</exception>
    public static async Task<Answer> Run(
        string program, string[] arguments, CancellationToken cancel, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "/",
        };
        // A PGDATA, PGPORT or PGOPTIONS of the caller's shell is meant for another database.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var complaint = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, await output, await complaint);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new(127, "", missing.Message);
        }
    }

    /// <returns>What the program wrote to its standard output.</returns>
    /// <exception cref="PrivatePostgresException">The program ended with another code than 0.</exception>
    public static async Task<string> Succeed(string program, string[] arguments, CancellationToken cancel)
    {
        var answer = await Run(program, arguments, cancel);
        if (answer.Succeeded) return answer.Output;
        throw new PrivatePostgresException($"{program} {string.Join(' ', arguments)}: {answer.Complaint.Trim()}");
    }
}

/// <summary>The private PostgreSQL cannot be started or stopped; the message tells the operator why.</summary>
sealed class PrivatePostgresException(string message, Exception? cause = null) : Exception(message, cause);

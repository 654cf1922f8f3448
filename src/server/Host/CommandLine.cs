using Centrala.Core.Workforce;
using Centrala.Server.Database;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice;
using Centrala.Server.Voice.Answering;
using Centrala.Server.Workforce;
using Centrala.Server.Workforce.Erlang;

namespace Centrala.Server.Host;

/// <summary>The program's commands, as <c>./centrala COMMAND</c> hands them on.</summary>
static class CommandLine
{
    /// <param name="Run">Is handed what stands behind the command's name.</param>
    sealed record Command(string Name, string Summary, Func<string[], CancellationToken, Task<int>> Run)
    {
        /// <summary>A command of the installation: it takes the options of all of these.</summary>
        public Command(string name, string summary, Func<Options, CancellationToken, Task<int>> run)
            : this(name, summary, (said, stop) => run(Options.Read(said, Environment.GetEnvironmentVariable), stop)) { }
    }

    static readonly Command[] commands =
    [
        new("openapi", "Writes the description of the interface to FILE (docs/developing/openapi.json).", WriteDescription.Run),
        new("run", "Runs the centre until Ctrl-C.", RunServer.Run),
        new("demo", "Runs it with an invented company, whose customers write and whose colleagues answer.", RunServer.RunDemo),
        new("doctor", "Says what is wrong with this installation.", Doctor.Examine.Run),
        new("explain", "Says why a CONTACT went to whom it went, and why it waited.", LookBack.Explain),
        new("replay", "Shows the floor as it was at INSTANT; without one, decides the whole journal again.", LookBack.Replay),
        new("backup", "Writes everything into one FILE, also while the centre runs.", KeepBackup.Write),
        new("restore", "Reads such a FILE into an empty database and data folder.", KeepBackup.Read),
        new("rotate-recording-key", "Makes a fresh key, with which recordings are sealed from now on.", RotateRecordingKey.Run),
        new("erlang", "Says what so many agents bear, or how many are needed (--help).", AskErlang.Run),
        new("simulate", "Tries a centre, or a recorded day, out in virtual time with the router that runs it (--help).", TryOut.Run),
        new("forecast", "Says what will come, from what came (--help).", ForecastSeries.Run),
        new("staff", "Searches for the cheapest agents who keep a scenario's targets (--help).", StaffScenario.Run),
        new("schedule", "Plans who works when, or checks such a plan (--help).", PlanSchedule.Run),
        new("voice", "Runs the telephone alone; \"run\" starts it by itself, where there is a voice.json.",
            (options, stop) => RunVoice.Run(options.DataFolder, stop)),
        new("sip", "Says what the telephone makes of files with one SIP message each: sip parse FILE…", ParseSip.Run),
        new("prompts", "Has espeak-ng say the answering machine's words, into FOLDER.", SpeakPrompts.Run),
    ];

    /// <returns>The process's exit code: 0 done, 1 failed, 2 not understood.</returns>
    public static async Task<int> Run(string[] arguments)
    {
        var name = arguments.FirstOrDefault() ?? "help";
        if (commands.FirstOrDefault(command => command.Name == name) is not { } command) return Help(name);

        using var stop = new StopSignal();
        try
        {
            return await command.Run(arguments[1..], stop.Token);
        }
        catch (Exception unclear) when (unclear is OptionsException or ArgumentsException or UnreadableInputException)
        {
            return Complain(unclear.Message, 2);
        }
        catch (Exception down) when (down is PrivatePostgresException or UnfitDatabaseException or BackupException)
        {
            return Complain(down.Message, 1);
        }
        catch (DamagedJournalException damaged)
        {
            return Complain(damaged.Message, 1);
        }
        catch (Npgsql.NpgsqlException unreachable)
        {
            return Complain($"The database does not do what it should: {unreachable.Message}", 1);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return 1;
        }
    }

    static int Complain(string what, int exitCode)
    {
        Console.Error.WriteLine($"centrala: {what}");
        return exitCode;
    }

    static int Help(string asked)
    {
        var known = asked is "help" or "--help" or "-h";
        var to = known ? Console.Out : Console.Error;
        if (!known) to.WriteLine($"centrala: There is no command \"{asked}\".");
        to.WriteLine("Commands:");
        foreach (var command in commands) to.WriteLine($"  {command.Name,-21} {command.Summary}");
        to.WriteLine("Options of the installation, each also by its environment variable:");
        to.Write(Options.Help);
        return known ? 0 : 2;
    }
}

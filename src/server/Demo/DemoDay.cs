using Centrala.Server.Voice;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Centrala.Server.Demo;

/// <summary>What the command <c>demo</c> adds to the running program: the company, its customers and its colleagues.</summary>
sealed class DemoDay(
    Settings settings, FillCompany fill, Telephony telephony, IServer server, IHostApplicationLifetime program, TimeProvider time,
    ILogger<DemoDay> log) : BackgroundService
{
    /// <summary>Between two colleagues who sign in, so that a morning looks like one.</summary>
    static readonly TimeSpan SignInEvery = TimeSpan.FromMilliseconds(400);

    static readonly TimeSpan FillsAgainAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Demo) return;
        await Started(stoppingToken);
        var address = Address();
        if (!await Fill(address, stoppingToken))
        {
            Console.WriteLine("The data folder holds a centre that is not the demo: no company was added, nobody is simulated.");
            return;
        }
        foreach (var line in LogIns.Lines(address)) Console.WriteLine(line);
        using var admin = new DemoClient(address);
        var customers = new SimulatedCustomers(address, new Newcomers(admin, time), time, log);
        var callers = new SimulatedCallers(admin, telephony, time, log);
        await await Task.WhenAny(customers.Arrive(stoppingToken), callers.Call(stoppingToken), Colleagues(address, stoppingToken));
    }

    /// <summary>Goes on where it was cut off by something that passes.</summary>
    /// <returns>False when the centre is not the demo's.</returns>
    async Task<bool> Fill(Uri address, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await fill.Run(address, cancel);
            }
            catch (Exception trouble) when (Trouble.Passes(trouble, cancel) || Database.StorageFailures.ProblemOf(trouble) is not null)
            {
                DemoLog.FillsAgain(log, trouble);
                await Task.Delay(FillsAgainAfter, time, cancel);
            }
        }
    }

    async Task Colleagues(Uri address, CancellationToken cancel)
    {
        var working = new List<Task>();
        foreach (var person in CompanyPeople.All.Where(person => !person.ForNewcomers))
        {
            working.Add(Work(person));
            await Task.Delay(SignInEvery, time, cancel);
        }
        await Task.WhenAll(working);

        async Task Work(CompanyPeople.Person person)
        {
            using var agent = new SimulatedAgent(address, person, time, log);
            await agent.Work(cancel);
        }
    }

    async Task Started(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = program.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }

    Uri Address()
    {
        var listening = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
        return new Uri(listening.GetLeftPart(UriPartial.Authority));
    }
}

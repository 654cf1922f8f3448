using Centrala.Testing;

namespace Centrala.Browser.Tests;

/// <summary>The demo company with its simulated staff and customers, after it has worked for a while.</summary>
sealed class WorkingCompany : IAsyncDisposable
{
    /// <summary>How long it takes to come into being, and to work until it is worth a picture.</summary>
    static readonly TimeSpan morning = TimeSpan.FromSeconds(90);

    readonly PostgresServer postgres = new();
    TestCentre centre = null!;

    public Uri Address => centre.Address;

    public static async Task<WorkingCompany> Open()
    {
        var company = new WorkingCompany();
        await company.postgres.InitializeAsync();
        var clock = new MorningClock();
        await clock.Set(company.postgres);
        company.centre = await TestCentre.Start(company.postgres, clock, adjust: settings =>
            settings with { Demo = true, WebFolder = Path.Combine(OpenCentre.Repository, "artifacts", "web") });
        await Task.Delay(morning, TestContext.Current.CancellationToken);
        return company;
    }

    public async ValueTask DisposeAsync()
    {
        await centre.DisposeAsync();
        await postgres.DisposeAsync();
    }
}

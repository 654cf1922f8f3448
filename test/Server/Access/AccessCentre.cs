using Centrala.Testing;

namespace Centrala.Server.Tests.Access;

/// <summary>One centre for the tests of a class; each test makes its own people.</summary>
public sealed class AccessCentre(PostgresServer postgres) : IAsyncLifetime
{
    public TestCentre Centre { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Centre = await TestCentre.Start(postgres);

    public ValueTask DisposeAsync() => Centre.DisposeAsync();
}

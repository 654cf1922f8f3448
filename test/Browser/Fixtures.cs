using Centrala.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(Centrala.Browser.Tests.Chromium))]

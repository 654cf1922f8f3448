using Centrala.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]

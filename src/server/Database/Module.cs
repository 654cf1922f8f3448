namespace Centrala.Server.Database;

/// <summary>PostgreSQL: roles, principals, migrations, transactions that act as somebody.</summary>
sealed class Module : IModule;

using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

/// <summary>One centre for the tests of a class, with a clock that they turn.</summary>
public sealed class ChatCentre(PostgresServer postgres) : ChatFloor(postgres);

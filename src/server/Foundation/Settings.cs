using System.Net;

namespace Centrala.Server.Foundation;

/// <summary>What the program is started with. Everything else is in the database.</summary>
public sealed record Settings
{
    /// <summary>Connection to a PostgreSQL ≥ 15 whose user may create the program's roles, or is a member of them.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Keys, files and the private database; readable by the program's user only.</summary>
    public required string DataFolder { get; init; }

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; } = 8080;

    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Handed to everything that needs the time, so that tests can turn the clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Folder with the built browser programs (<c>workspace/</c>, <c>widget/</c>); null serves none.</summary>
    public string? WebFolder { get; init; }

    /// <summary>Folder of the answering machine's spoken words, by language; null: callers hear tones in their place.</summary>
    public string? PromptFolder { get; init; }

    /// <summary>Fills an empty centre with an invented company, and lets invented customers and colleagues live in it.</summary>
    public bool Demo { get; init; }

    /// <summary>The telephone runs in the program's own process and ends with it, instead of outliving it in one of its own.</summary>
    public bool TelephoneInside { get; init; }

    /// <summary>With these the program speaks HTTPS only; without, plain HTTP: for this machine, or behind a proxy.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>Networks whose forwarded headers tell the client's real address and scheme. Nobody else's count.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Networks that may read the metrics, besides this machine itself.</summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; init; } = [];
}

/// <param name="Certificate">PEM: the server's certificate, then any intermediates.</param>
/// <param name="Key">PEM: its private key, not encrypted.</param>
public sealed record TlsFiles(string Certificate, string Key);

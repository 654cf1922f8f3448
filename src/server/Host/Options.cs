using System.Globalization;
using System.Net;

namespace Centrala.Server.Host;

/// <summary>What the operator said on the command line or in the environment; the command line wins.</summary>
sealed class Options
{
    sealed record Option(string Name, string Variable, string Meaning);

    static readonly Option[] known =
    [
        new("data", "CENTRALA_DATA", "Folder of keys, files and the private database (./data)"),
        new("port", "CENTRALA_PORT", "Port to listen on; 0 takes a free one (8080)"),
        new("listen", "CENTRALA_LISTEN", "Address to listen on; 0.0.0.0 or :: for all (127.0.0.1)"),
        new("database", "CENTRALA_DATABASE", "Connection to a PostgreSQL of your own (private)"),
        new("tls-certificate", "CENTRALA_TLS_CERTIFICATE", "PEM file: certificate, then intermediates"),
        new("tls-key", "CENTRALA_TLS_KEY", "PEM file: private key"),
        new("trusted-proxies", "CENTRALA_TRUSTED_PROXIES", "Networks whose X-Forwarded headers count: 10.0.0.0/8,…"),
        new("metrics-from", "CENTRALA_METRICS_FROM", "Networks that may read /metrics besides this machine"),
        new("web", "CENTRALA_WEB", "Folder of the built browser programs (artifacts/web)"),
        new("prompts", "CENTRALA_PROMPTS", "Folder of the answering machine's words (artifacts/prompts)"),
    ];

    readonly Dictionary<string, string> given;

    Options(Dictionary<string, string> given, IReadOnlyList<string> files) => (this.given, Files) = (given, files);

    /// <summary>The arguments that are no options, in order.</summary>
    public IReadOnlyList<string> Files { get; }

    public static string Help { get; } = string.Concat(
        known.Select(option => $"  --{option.Name,-16} {option.Variable,-26} {option.Meaning}\n"));

    /// <summary>Of all options, without their dashes.</summary>
    public static string[] Names => [.. known.Select(option => option.Name)];

    public string DataFolder => Text("data") ?? "data";

    public int Port => int.TryParse(Text("port") ?? "8080", NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port <= IPEndPoint.MaxPort ? port : throw new OptionsException("--port wants a number from 0 to 65535.");

    public IPAddress Listen => Text("listen") is not { } text ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new OptionsException("--listen wants an IP address.");

    /// <summary>Null: the program runs a private one.</summary>
    public string? Database => Text("database");

    public string? TlsCertificate => Text("tls-certificate");

    public string? TlsKey => Text("tls-key");

    public IReadOnlyList<IPNetwork> TrustedProxies => Networks("trusted-proxies");

    public IReadOnlyList<IPNetwork> MetricsFrom => Networks("metrics-from");

    /// <summary>The built browser programs; null when there are none.</summary>
    public string? WebFolder => Folder("web", "artifacts/web");

    /// <summary>The answering machine's words; null when they were not spoken.</summary>
    public string? PromptFolder => Folder("prompts", "artifacts/prompts");

    /// <exception cref="OptionsException">Something there is not an option, or lacks its value.</exception>
    public static Options Read(ReadOnlySpan<string> arguments, Func<string, string?> environment)
    {
        Dictionary<string, string> given = [];
        foreach (var option in known)
            if (environment(option.Variable) is { Length: > 0 } value) given[option.Name] = value;

        List<string> files = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                files.Add(arguments[i]);
                continue;
            }
            var parts = arguments[i][2..].Split('=', 2);
            if (known.All(option => option.Name != parts[0])) throw new OptionsException($"There is no option --{parts[0]}.");
            if (parts.Length == 1 && ++i == arguments.Length) throw new OptionsException($"--{parts[0]} wants a value.");
            given[parts[0]] = parts.Length == 2 ? parts[1] : arguments[i];
        }
        return new(given, files);
    }

    /// <summary>Those that a command with arguments of its own was called with.</summary>
    public static Options Of(Arguments said, Func<string, string?> environment) =>
        Read([.. Names.Where(said.Has).Select(name => $"--{name}={said.Text(name)}")], environment);

    string? Folder(string name, string unlessNamed) => Text(name) is { } named ? Path.GetFullPath(named)
        : Directory.Exists(unlessNamed) ? Path.GetFullPath(unlessNamed) : null;

    string? Text(string name) => given.GetValueOrDefault(name);

    List<IPNetwork> Networks(string name)
    {
        List<IPNetwork> networks = [];
        foreach (var text in (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            networks.Add(IPNetwork.TryParse(text, out var network) ? network
                : throw new OptionsException($"--{name}: \"{text}\" is not a network like 10.0.0.0/8."));
        return networks;
    }
}

/// <summary>The command line or an environment variable cannot be understood; the message says which.</summary>
sealed class OptionsException(string message) : Exception(message);

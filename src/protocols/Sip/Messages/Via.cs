namespace Centrala.Protocols.Sip;

/// <summary>One stop of a request's way, to which its responses go back.</summary>
/// <param name="Port">0 when none is given.</param>
public sealed record Via(string Transport, string Host, int Port, Parameters Parameters)
{
    const int TimeToLiveMax = 255;

    /// <summary>How a branch begins whose maker knows RFC 3261: unique in space and time.</summary>
    public const string MagicCookie = "z9hG4bK";

    public string? Branch => Parameters["branch"];

    /// <summary>The request came from this address, whatever the host says (RFC 3261 18.2.1).</summary>
    public string? Received => Parameters["received"];

    /// <summary>Whether the response shall go to the port that the request came from (RFC 3581).</summary>
    public bool WantsSourcePort => Parameters.Has("rport");

    public override string ToString() => $"SIP/2.0/{Transport} {Host}{(Port > 0 ? $":{Port}" : "")}{Parameters}";

    internal static Via Read(ref Scanner scanner)
    {
        scanner.SkipSpace();
        var protocol = scanner.Token("the protocol");
        if (!protocol.Equals("SIP", StringComparison.OrdinalIgnoreCase)) scanner.Fail("the protocol is not SIP");
        if (!scanner.Separator('/')) scanner.Fail("the protocol's version is missing");
        scanner.Token("the protocol's version");
        if (!scanner.Separator('/')) scanner.Fail("the transport is missing");
        var transport = scanner.Token("the transport");
        if (scanner.Next is not (' ' or '\t')) scanner.Fail("no space follows the transport");
        scanner.SkipSpace();
        var host = HostAndPort.Read(ref scanner, out var port);
        var parameters = Parameters.Read(ref scanner);
        CheckValues(ref scanner, parameters);
        return new(transport.ToUpperInvariant(), host, port, parameters);
    }

    static void CheckValues(ref Scanner scanner, Parameters parameters)
    {
        if (parameters["branch"] is "") scanner.Fail("the branch is empty");
        if (parameters["ttl"] is { } ttl && !(int.TryParse(ttl, out var hops) && hops is >= 0 and <= TimeToLiveMax))
            scanner.Fail("the ttl is beyond its range");
        if (parameters["rport"] is { Length: > 0 } port && !(int.TryParse(port, out var number) && number is > 0 and <= HostAndPort.PortMax))
            scanner.Fail("the rport is no port");
    }
}

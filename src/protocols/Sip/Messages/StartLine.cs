namespace Centrala.Protocols.Sip;

/// <summary>The first line: of a request its method, URI and version, of a response its version, status and reason.</summary>
static class StartLine
{
    const string Version = "SIP/2.0";

    public static Parsed Read(string line) =>
        line.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase) && line.AsSpan().IndexOfAny(" \t") is > 4 ? Response(line) : Request(line);

    static Parsed Request(string line)
    {
        if (line.Split(' ') is not [var method, var target, var version]) return Unreadable(line);
        if (method.Length == 0 || method.AsSpan().ContainsAnyExcept(Characters.Token)) return new(null, new(null, "The method is no token."));

        var uri = AddressUri.Read(target, out var problem);
        var request = new SipRequest(method, uri ?? new OtherUri("unreadable", ""));
        if (!version.Equals(Version, StringComparison.OrdinalIgnoreCase)) return new(request, OtherVersion(version));
        if (problem is null && uri is SipUri { Headers.Length: > 0 }) problem = "it must not hold headers";
        return new(request, problem is null ? null : new(400, $"The Request-URI cannot be read: {problem}."));
    }

    /// <summary>What is meant for a request, but written with spaces where there must be none, still gets its answer.</summary>
    static Parsed Unreadable(string line)
    {
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var isRequest = words.Length >= 3 && !words[0].AsSpan().ContainsAnyExcept(Characters.Token)
            && words[^1].StartsWith("SIP/", StringComparison.OrdinalIgnoreCase);
        return isRequest
            ? new(new SipRequest(words[0], new OtherUri("unreadable", "")), new(400, "The request line is not three words with one space between."))
            : new(null, new(null, "The first line is neither a request's nor a response's."));
    }

    static Fault OtherVersion(string version) => version.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase)
        ? new(505, $"The version is {version}, not {Version}.")
        : new(400, "The request line does not end with the version.");

    static Parsed Response(string line)
    {
        var words = line.Split(' ', 3);
        if (!words[0].Equals(Version, StringComparison.OrdinalIgnoreCase)) return new(null, new(null, $"The version is not {Version}."));
        if (words is not [_, { Length: 3 } digits, var reason] || !int.TryParse(digits, System.Globalization.NumberStyles.None, null, out var status)
            || status is < SipResponse.StatusMin or > SipResponse.StatusMax)
        {
            return new(null, new(null, "The status is not three digits from 100 to 699, with a space after."));
        }
        return new(new SipResponse(status, reason), null);
    }
}

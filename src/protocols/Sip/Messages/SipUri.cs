using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>A sip or sips URI (RFC 3261, section 19.1). Every part stands as it was written: escapes are not undone.</summary>
/// <param name="User">Null where there is none; so is <paramref name="Password"/>.</param>
/// <param name="Host">An IPv6 address with its brackets.</param>
/// <param name="Port">0 when none is given.</param>
/// <param name="Headers">What follows the question mark; "" when there is none.</param>
public sealed record SipUri(
    string Scheme, string? User, string? Password, string Host, int Port, Parameters Parameters, string Headers) : AddressUri(Scheme)
{
    const int PortDefault = 5060, SecurePortDefault = 5061;

    /// <summary>Parameters that make two URIs different when only one has them (section 19.1.4).</summary>
    static readonly string[] telling = ["user", "ttl", "method", "maddr", "transport"];

    public SipUri(string? user, string host, int port = 0) : this("sip", user, null, host, port, Parameters.None, "") { }

    public bool IsSecure => Scheme == "sips";

    public int PortOrDefault => Port > 0 ? Port : IsSecure ? SecurePortDefault : PortDefault;

    /// <summary>What the user part means: with its escapes undone; "" where there is none.</summary>
    public string UserName => Uri.UnescapeDataString(User ?? "");

    /// <summary>Whether both name the same resource (section 19.1.4); header parts are compared as they stand.</summary>
    public bool Means(SipUri other) =>
        Scheme == other.Scheme && User is null == other.User is null && UserName == other.UserName
        && Unescaped(Password) == Unescaped(other.Password)
        && Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase) && Port == other.Port && Headers == other.Headers
        && Parameters.All(one => Agrees(one.Key, other)) && other.Parameters.All(one => Agrees(one.Key, other: this, than: other));

    public override string ToString()
    {
        var text = new StringBuilder(Scheme).Append(':');
        if (User is not null) text.Append(User);
        if (Password is not null) text.Append(':').Append(Password);
        if (User is not null) text.Append('@');
        text.Append(Host);
        if (Port > 0) text.Append(':').Append(Port);
        text.Append(Parameters);
        if (Headers.Length > 0) text.Append('?').Append(Headers);
        return text.ToString();
    }

    internal static SipUri ReadRest(string scheme, ref Scanner scanner)
    {
        string? user = null, password = null;
        if (scanner.Rest.Contains('@'))
        {
            user = Escaped(ref scanner, Characters.User, "the user part");
            if (TakeOne(ref scanner, ':')) password = scanner.Next == '@' ? "" : Escaped(ref scanner, Characters.Password, "the password");
            if (!TakeOne(ref scanner, '@')) scanner.Fail($"'{scanner.Next}' has no place in the user part");
        }
        var host = HostAndPort.Read(ref scanner, out var port);
        var parameters = ReadParameters(ref scanner);
        return new(scheme, user, password, host, port, parameters, TakeOne(ref scanner, '?') ? ReadHeaders(ref scanner) : "");
    }

    static Parameters ReadParameters(ref Scanner scanner)
    {
        var read = new List<KeyValuePair<string, string?>>();
        while (TakeOne(ref scanner, ';'))
        {
            var name = Escaped(ref scanner, Characters.UriParameter, "a parameter of the URI");
            read.Add(new(name, TakeOne(ref scanner, '=') ? Escaped(ref scanner, Characters.UriParameter, $"the parameter {name}") : null));
        }
        return Parameters.Of(read);
    }

    static string ReadHeaders(ref Scanner scanner)
    {
        var headers = new List<string>();
        do
        {
            var name = Escaped(ref scanner, Characters.UriHeader, "a header of the URI");
            if (!TakeOne(ref scanner, '=')) scanner.Fail($"the header {name} of the URI has no value");
            var isEmpty = scanner.AtEnd || scanner.Next == '&';
            headers.Add($"{name}={(isEmpty ? "" : Escaped(ref scanner, Characters.UriHeader, $"the header {name} of the URI"))}");
        }
        while (TakeOne(ref scanner, '&'));
        return string.Join('&', headers);
    }

    static bool TakeOne(ref Scanner scanner, char one)
    {
        if (scanner.Next != one || scanner.AtEnd) return false;
        scanner.Take(1);
        return true;
    }

    bool Agrees(string name, SipUri other) => Agrees(name, other, this);

    static bool Agrees(string name, SipUri other, SipUri than) => other.Parameters[name] is { } value
        ? Unescaped(value).Equals(Unescaped(than.Parameters[name]), StringComparison.OrdinalIgnoreCase)
        : !telling.Contains(name, StringComparer.OrdinalIgnoreCase);

    static string Unescaped(string? text) => Uri.UnescapeDataString(text ?? "");
}

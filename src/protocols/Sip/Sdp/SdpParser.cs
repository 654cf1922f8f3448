using System.Text;

namespace Centrala.Protocols.Sip;

/// <summary>Reads session descriptions: strict where a medium's place is at stake, lenient about lines that say nothing of it.</summary>
public static class SdpParser
{
    const int LinesMax = 1000, MediaMax = 32;

    /// <returns>Null with a <paramref name="problem"/> when the body is no session description.</returns>
    public static Sdp? Parse(ReadOnlySpan<byte> body, out string? problem)
    {
        var reading = new Reading();
        var lines = Encoding.UTF8.GetString(body).Split('\n');
        problem = lines.Length > LinesMax ? "there are too many lines" : null;
        for (var i = 0; i < lines.Length && problem is null; i++)
            if (lines[i].TrimEnd('\r') is { Length: > 0 } line) problem = reading.Take(line);
        return problem is null ? reading.Whole(out problem) : null;
    }

    sealed class Reading
    {
        readonly List<SdpAttribute> attributes = [];
        readonly List<SdpMedia> media = [];
        SdpOrigin? origin;
        string? name, address;
        bool hasVersion;

        public string? Take(string line)
        {
            if (line is not [>= 'a' and <= 'z', '=', ..]) return $"a line is not of the form x=value: {line[..Math.Min(20, line.Length)]}";
            var value = line[2..];
            if (!hasVersion && line[0] != 'v') return "the first line is not v=0";
            return line[0] switch
            {
                'v' => Version(value),
                'o' => Origin(value),
                's' => Named(value),
                'c' => Connection(value),
                'm' => Medium(value),
                'a' => Attribute(value),
                _ => null,
            };
        }

        public Sdp? Whole(out string? problem)
        {
            problem = !hasVersion ? "there is no line v=0" : origin is null ? "there is no origin" : null;
            return problem is null ? new(origin!, name ?? "-", address, attributes, media) : null;
        }

        string? Version(string value)
        {
            hasVersion = true;
            return value.Trim() == "0" ? null : "the version is not 0";
        }

        string? Origin(string value)
        {
            if (value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var user, var id, var version, _, _, var at])
                return "the origin has not six parts";
            // Numbers beyond 64 bits occur in the wild; only whether they are equal or greater matters.
            _ = ulong.TryParse(id, out var idNumber);
            _ = ulong.TryParse(version, out var versionNumber);
            origin = new(user, idNumber, versionNumber, at);
            return null;
        }

        string? Named(string value)
        {
            name = value.Length == 0 ? "-" : value;
            return null;
        }

        string? Connection(string value)
        {
            if (value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["IN", "IP4" or "IP6", var at]) return "the connection is none";
            at = at.Split('/')[0];
            if (at.Length == 0 || at.AsSpan().ContainsAnyExcept(Characters.AddressV6) && at.AsSpan().ContainsAnyExcept(Characters.Host))
                return "the connection's address is none";
            if (media.Count > 0) media[^1] = media[^1] with { Address = media[^1].Address ?? at };
            else address = at;
            return null;
        }

        string? Medium(string value)
        {
            if (media.Count == MediaMax) return "there are too many media";
            if (value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var kind, var place, var protocol, _, ..] parts
                || !int.TryParse(place.Split('/')[0], out var port) || port is < 0 or > HostAndPort.PortMax)
            {
                return "a medium is not of the form kind port protocol formats";
            }
            media.Add(new(kind, port, protocol, parts[3..], null, new List<SdpAttribute>()));
            return null;
        }

        string? Attribute(string value)
        {
            var parts = value.Split(':', 2);
            var to = media.Count > 0 ? (List<SdpAttribute>)media[^1].Attributes : attributes;
            to.Add(new(parts[0], parts.Length == 2 ? parts[1] : null));
            return null;
        }
    }
}

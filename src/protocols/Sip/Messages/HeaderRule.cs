namespace Centrala.Protocols.Sip;

/// <summary>How often a header may stand in a message, and how it comes.</summary>
enum HeaderForm
{
    /// <summary>At most once.</summary>
    Single,

    /// <summary>Many, each on a line of its own: its value may hold commas.</summary>
    Lines,

    /// <summary>Many, also joined by commas; at least one value a line.</summary>
    List,

    /// <summary>As <see cref="List"/>, but a line may be empty.</summary>
    EmptyList,
}

/// <summary>What is known of a header: its names, form and grammar.</summary>
/// <param name="Compact">Its short name (RFC 3261 7.3.3); null where there is none.</param>
sealed record HeaderRule(string Name, string? Compact, HeaderForm Form, HeaderRule.Reader? Read)
{
    public delegate object Reader(ref Scanner scanner);

    const int HopsMax = 255;
    static readonly Reader token = (ref scanner) => scanner.Token("the value");
    static readonly Reader address = NameAddress.Read, bracketed = NameAddress.ReadBracketed;

    static readonly HeaderRule[] all =
    [
        new("Via", "v", HeaderForm.List, Via.Read),
        new("From", "f", HeaderForm.Single, address),
        new("To", "t", HeaderForm.Single, address),
        new("Call-ID", "i", HeaderForm.Single, ReadCallId),
        new("CSeq", null, HeaderForm.Single, CSeq.Read),
        new("Max-Forwards", null, HeaderForm.Single, (ref scanner) => Whole(ref scanner, "Max-Forwards", HopsMax)),
        new("Content-Length", "l", HeaderForm.Single, (ref scanner) => Whole(ref scanner, "Content-Length", int.MaxValue)),
        new("Content-Type", "c", HeaderForm.Single, MediaType.Read),
        new("Contact", "m", HeaderForm.List, ReadContact),
        new("Route", null, HeaderForm.List, bracketed),
        new("Record-Route", null, HeaderForm.List, bracketed),
        new("Path", null, HeaderForm.List, bracketed),
        new("Service-Route", null, HeaderForm.List, bracketed),
        new("Refer-To", "r", HeaderForm.Single, null),
        new("Referred-By", "b", HeaderForm.Single, null),
        new("P-Asserted-Identity", null, HeaderForm.List, address),
        new("P-Preferred-Identity", null, HeaderForm.List, address),
        new("Diversion", null, HeaderForm.List, null),
        new("History-Info", null, HeaderForm.List, null),
        new("Replaces", null, HeaderForm.Single, null),
        new("Expires", null, HeaderForm.Single, (ref scanner) => Seconds.Read(ref scanner)),
        new("Min-Expires", null, HeaderForm.Single, (ref scanner) => Seconds.Read(ref scanner)),
        new("Session-Expires", "x", HeaderForm.Single, (ref scanner) => Seconds.Read(ref scanner)),
        new("Min-SE", null, HeaderForm.Single, (ref scanner) => Seconds.Read(ref scanner)),
        new("Retry-After", null, HeaderForm.Single, null),
        new("RSeq", null, HeaderForm.Single, (ref scanner) => Whole(ref scanner, "RSeq", uint.MaxValue)),
        new("RAck", null, HeaderForm.Single, ResponseAcknowledged.Read),
        new("Require", null, HeaderForm.List, token),
        new("Proxy-Require", null, HeaderForm.List, token),
        new("Supported", "k", HeaderForm.EmptyList, token),
        new("Unsupported", null, HeaderForm.EmptyList, token),
        new("Allow", null, HeaderForm.EmptyList, token),
        new("Allow-Events", "u", HeaderForm.List, token),
        new("Accept", null, HeaderForm.EmptyList, MediaType.Read),
        new("Content-Encoding", "e", HeaderForm.List, token),
        new("Event", "o", HeaderForm.Single, null),
        new("Refer-Sub", null, HeaderForm.Single, null),
        new("Subscription-State", null, HeaderForm.Single, null),
        new("Subject", "s", HeaderForm.Single, null),
        new("Date", null, HeaderForm.Single, null),
        new("User-Agent", null, HeaderForm.Single, null),
        new("Server", null, HeaderForm.Single, null),
        new("MIME-Version", null, HeaderForm.Single, null),
        new("Authorization", null, HeaderForm.Lines, null),
        new("Proxy-Authorization", null, HeaderForm.Lines, null),
        new("WWW-Authenticate", null, HeaderForm.Lines, null),
        new("Proxy-Authenticate", null, HeaderForm.Lines, null),
    ];

    static readonly Dictionary<string, HeaderRule>.AlternateLookup<ReadOnlySpan<char>> byName = Index();

    /// <returns>Null for a header that is carried without a look at it.</returns>
    public static HeaderRule? Of(ReadOnlySpan<char> name) => byName.TryGetValue(name, out var rule) ? rule : null;

    static object ReadContact(ref Scanner scanner)
    {
        if (scanner.Rest is not "*") return NameAddress.Read(ref scanner);
        scanner.Take(1);
        return EveryContact.Instance;
    }

    static object ReadCallId(ref Scanner scanner)
    {
        var id = scanner.Some(Characters.Word, "the Call-ID");
        if (scanner.Next != '@') return id;
        scanner.Take(1);
        return $"{id}@{scanner.Some(Characters.Word, "the Call-ID's second half")}";
    }

    static object Whole(ref Scanner scanner, string what, long max) => scanner.Number(what, max);

    static Dictionary<string, HeaderRule>.AlternateLookup<ReadOnlySpan<char>> Index()
    {
        var index = new Dictionary<string, HeaderRule>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in all)
        {
            index[rule.Name] = rule;
            if (rule.Compact is not null) index[rule.Compact] = rule;
        }
        return index.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

/// <summary>The Contact "*" of a REGISTER that takes all bindings away.</summary>
sealed class EveryContact
{
    public static readonly EveryContact Instance = new();

    public override string ToString() => "*";
}

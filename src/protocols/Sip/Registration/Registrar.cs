namespace Centrala.Protocols.Sip;

/// <summary>Where a telephone that registered can be reached.</summary>
/// <param name="Reached">Where its REGISTER came from: the way back, also through an address translator.</param>
public sealed record Binding(NameAddress Contact, Hop Reached, string CallId, long Number, DateTimeOffset Until);

/// <summary>Remembers where telephones are (RFC 3261, section 10). Who they are must have been checked before.</summary>
public sealed class Registrar
{
    /// <summary>Telephones of one user.</summary>
    public const int BindingsMax = 10;

    /// <summary>A telephone that forgets to come again is forgotten after this time, whatever it asked for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Whoever wants to be remembered for less is told to ask for more.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    static readonly TimeSpan usual = TimeSpan.FromMinutes(30);

    readonly Dictionary<string, List<Binding>> users = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The user's telephones, the latest first.</summary>
    public IReadOnlyList<Binding> Of(string user, DateTimeOffset at) =>
        users.TryGetValue(user, out var bindings) ? [.. bindings.Where(one => one.Until > at).Reverse()] : [];

    /// <summary>Those who have a telephone now.</summary>
    public IReadOnlyCollection<string> Users(DateTimeOffset at) => [.. users.Keys.Where(user => Of(user, at).Count > 0)];

    /// <summary>Every telephone and whose it is, the user's earliest first: to be handed to <see cref="Restore"/> later.</summary>
    public IReadOnlyList<(string User, Binding Binding)> All(DateTimeOffset at) =>
        [.. users.SelectMany(one => one.Value.Where(binding => binding.Until > at).Select(binding => (one.Key, binding)))];

    /// <summary>Remembers again what an earlier registrar knew.</summary>
    public void Restore(IEnumerable<(string User, Binding Binding)> known)
    {
        foreach (var (user, binding) in known)
        {
            if (!users.TryGetValue(user, out var bindings)) users[user] = bindings = [];
            if (bindings.Count < BindingsMax) bindings.Add(binding);
        }
    }

    /// <summary>Adds, refreshes and takes away bindings, all of them or, if something is wrong, none.</summary>
    /// <param name="user">As it proved to be.</param>
    /// <returns>The response to give.</returns>
    public SipResponse Register(SipRequest request, string user, Hop from, string tag, DateTimeOffset at)
    {
        if (request.To.SipUri?.UserName is not { } aor || !aor.Equals(user, StringComparison.OrdinalIgnoreCase)) return request.Answer(403, tag)!;
        var bindings = Of(user, at).Reverse().ToList();
        var isAll = request.Headers["Contact"] == "*";
        if (isAll && request.Headers.Number("Expires") != 0) return request.Answer(400, tag)!;
        if (isAll && bindings.Exists(one => IsOlder(request, one))) return request.Answer(500, tag)!;
        if (isAll) bindings.Clear();
        foreach (var contact in request.Headers.Values<NameAddress>("Contact"))
            if (Apply(contact, request, from, bindings, at) is { } status) return Refused(request, status, tag);
        if (bindings.Count > BindingsMax) return request.Answer(403, tag)!;
        if (bindings.Count == 0) users.Remove(user);
        else users[user] = bindings;
        return Answer(request, bindings, tag, at);
    }

    /// <returns>The status of a refusal; null when the contact was taken.</returns>
    static int? Apply(NameAddress contact, SipRequest request, Hop from, List<Binding> bindings, DateTimeOffset at)
    {
        var same = bindings.Find(one => IsSame(one.Contact.Uri, contact.Uri));
        if (same is not null && IsOlder(request, same)) return 500;
        var time = TimeOf(contact, request);
        if (time > TimeSpan.Zero && time < Shortest) return 423;
        if (same is not null) bindings.Remove(same);
        if (time > TimeSpan.Zero) bindings.Add(new(contact, from, request.CallId, request.CSeq.Number, at + time));
        return null;
    }

    /// <summary>A REGISTER that was overtaken by a later one of the same telephone changes nothing (10.3, item 7).</summary>
    static bool IsOlder(SipRequest request, Binding than) => request.CallId == than.CallId && request.CSeq.Number <= than.Number;

    static bool IsSame(AddressUri one, AddressUri other) =>
        one is SipUri a && other is SipUri b ? a.Means(b) : one.ToString() == other.ToString();

    /// <summary>The contact's own wish, the request's, or what is usual; what cannot be read counts as nothing said.</summary>
    static TimeSpan TimeOf(NameAddress contact, SipRequest request)
    {
        var seconds = long.TryParse(contact.Parameters["expires"], out var own) && own >= 0 ? own : request.Headers.Number("Expires");
        return seconds is { } asked ? TimeSpan.FromSeconds(Math.Min(asked, (long)Longest.TotalSeconds)) : usual;
    }

    static SipResponse Refused(SipRequest request, int status, string tag)
    {
        var response = request.Answer(status, tag)!;
        if (status == 423) response.Headers.Add("Min-Expires", new Seconds((long)Shortest.TotalSeconds, Parameters.None));
        return response;
    }

    static SipResponse Answer(SipRequest request, List<Binding> bindings, string tag, DateTimeOffset at)
    {
        var response = request.Answer(200, tag)!;
        foreach (var one in bindings)
        {
            var left = ((long)(one.Until - at).TotalSeconds).ToString(provider: null);
            response.Headers.Add("Contact", one.Contact with { Parameters = one.Contact.Parameters.With("expires", left) });
        }
        return response;
    }
}

using System.Text;

namespace Centrala.Protocols.WebRtc;

/// <summary>What ICE knows one side by (RFC 8839): its name, of 4 to 256 letters, and its password, of 22 to 256.</summary>
public sealed record IceCredentials(string Name, string Password)
{
    const int NameMin = 4, PasswordMin = 22, LengthMax = 256;

    public bool IsUsable => Name.Length is >= NameMin and <= LengthMax && Password.Length is >= PasswordMin and <= LengthMax
        && Name.All(IsAllowed) && Password.All(IsAllowed);

    static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/';
}

/// <summary>
/// The lite side of ICE (RFC 8445): gathers and checks nothing, answers whoever proves to know its password, and sends to
/// where that one was last heard. Who no longer asks takes back his consent to be sent to (RFC 7675).
/// </summary>
public sealed class IceLite(IceCredentials own, IceCredentials peer)
{
    /// <summary>Addresses that one peer may be heard from at once: networks, and its translators' whims.</summary>
    public const int PathsMax = 8;

    public const long ConsentMs = 30_000;

    readonly byte[] name = Encoding.ASCII.GetBytes($"{own.Name}:{peer.Name}"), password = Encoding.ASCII.GetBytes(own.Password);
    readonly List<(UdpAddress Address, long HeardAtMs)> paths = [];

    /// <summary>Where to send; null before the peer has proven itself, and once its consent has run out.</summary>
    public UdpAddress? Path { get; private set; }

    /// <summary>Whether somebody there has proven to know the password, not long ago.</summary>
    public bool IsProven(in UdpAddress from)
    {
        foreach (var (address, _) in paths)
            if (address == from) return true;
        return false;
    }

    /// <returns>The answer; null, and not a word to whoever it is, when the request is none, or proves nothing.</returns>
    public byte[]? Answer(ReadOnlySpan<byte> datagram, in UdpAddress from, long atMs)
    {
        if (!StunMessage.TryRead(datagram, out var request) || request.Type is not StunType.BindingRequest) return null;
        if (!request.TryFind(StunAttribute.UserName, out var asked) || !asked.SequenceEqual(name)) return null;
        if (!request.IsSignedWith(password)) return null;
        Keep(from, atMs);
        if (Path is null || request.Has(StunAttribute.UseCandidate)) Path = from;
        return new StunWriter(StunType.BindingSuccess, request.Transaction).AddMapped(from).Sign(password);
    }

    /// <summary>Forgets who has not asked for long; the path moves to who still does.</summary>
    public void TimePassed(long atMs)
    {
        paths.RemoveAll(one => atMs - one.HeardAtMs > ConsentMs);
        if (Path is not { } path || IsProven(path)) return;
        Path = paths.Count == 0 ? null : paths.MaxBy(one => one.HeardAtMs).Address;
    }

    void Keep(UdpAddress from, long atMs)
    {
        paths.RemoveAll(one => one.Address == from);
        if (paths.Count == PathsMax) paths.Remove(paths.MinBy(one => one.HeardAtMs));
        paths.Add((from, atMs));
    }
}

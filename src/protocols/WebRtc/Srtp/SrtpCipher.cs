namespace Centrala.Protocols.WebRtc;

/// <summary>Enciphers and signs one direction's packets where they lie. For one thread at a time; allocates nothing a packet.</summary>
abstract class SrtpCipher : IDisposable
{
    public abstract int TagBytes { get; }

    /// <summary>Whether RTCP's index is signed in front of the tag and follows it; otherwise it stands before the tag.</summary>
    public abstract bool TagFirst { get; }

    /// <param name="header">Signed, stays readable.</param>
    /// <param name="body">Signed, and enciphered in place.</param>
    /// <param name="index">The packet's number since the beginning, 48 bits.</param>
    /// <param name="trailer">Signed too: RTCP's index; or what RTP's packet does not say of its number, where the cipher wants it.</param>
    public abstract void Seal(ReadOnlySpan<byte> header, Span<byte> body, uint source, ulong index, ReadOnlySpan<byte> trailer, Span<byte> tag);

    /// <returns>False when any bit is not the sender's; the body is then worthless.</returns>
    public abstract bool Open(
        ReadOnlySpan<byte> header, Span<byte> body, uint source, ulong index, ReadOnlySpan<byte> trailer, ReadOnlySpan<byte> tag);

    public abstract void Dispose();
}

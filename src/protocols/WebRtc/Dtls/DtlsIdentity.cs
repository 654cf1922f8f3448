using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Centrala.Protocols.WebRtc;

/// <summary>
/// A certificate that nobody has signed but its owner, and how DTLS is spoken with it. Peers know it by its fingerprint, which
/// they were told over a path that they trust. P-256 keeps the whole first flight in one datagram.
/// </summary>
public sealed class DtlsIdentity : IDisposable
{
    const string Ciphers = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES256-GCM-SHA384";

    const string Profiles = "SRTP_AEAD_AES_128_GCM:SRTP_AES128_CM_SHA1_80";

    static readonly TimeSpan lifetime = TimeSpan.FromDays(3650), tolerance = TimeSpan.FromDays(1);

    // Whose it is, the fingerprint says, once the handshake is through; kept, for OpenSSL holds only the bare pointer.
    static readonly OpenSsl.Verify takeAny = (_, _) => 1;

    DtlsIdentity(nint context, string fingerprint) => (Context, Fingerprint) = (context, fingerprint);

    /// <summary>The SHA-256 of the certificate, as in SDP: hexadecimal pairs with colons.</summary>
    public string Fingerprint { get; }

    internal nint Context { get; private set; }

    /// <exception cref="DllNotFoundException">The system has no OpenSSL 3.</exception>
    public static DtlsIdentity Make(DateTimeOffset at)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=centrala", key, HashAlgorithmName.SHA256).CreateSelfSigned(at - tolerance, at + lifetime);
        var context = OpenSsl.SSL_CTX_new(OpenSsl.DTLS_method());
        var made = new DtlsIdentity(context, FingerprintOf(certificate.RawData));
        var secret = key.ExportECPrivateKey();
        // The profiles' function alone says 0 when it has done it.
        if (context == 0 || OpenSsl.SSL_CTX_use_certificate_ASN1(context, certificate.RawData.Length, certificate.RawData) != 1
            || OpenSsl.SSL_CTX_use_PrivateKey_ASN1(OpenSsl.EllipticKey, context, secret, secret.Length) != 1
            || OpenSsl.SSL_CTX_set_cipher_list(context, Ciphers) != 1 || OpenSsl.SSL_CTX_set_tlsext_use_srtp(context, Profiles) != 0)
        {
            made.Dispose();
            throw new CryptographicException("OpenSSL does not take what DTLS needs.");
        }
        CryptographicOperations.ZeroMemory(secret);
        OpenSsl.SSL_CTX_ctrl(context, OpenSsl.MinVersionControl, OpenSsl.Dtls12, 0);
        OpenSsl.SSL_CTX_ctrl(context, OpenSsl.SessionCacheControl, 0, 0);
        OpenSsl.SSL_CTX_set_options(context, OpenSsl.NoQueryMtu | OpenSsl.NoTicket | OpenSsl.NoRenegotiation);
        OpenSsl.SSL_CTX_set_verify(context, OpenSsl.VerifyPeer | OpenSsl.FailWithoutPeer, takeAny);
        return made;
    }

    public void Dispose()
    {
        if (Context != 0) OpenSsl.SSL_CTX_free(Context);
        Context = 0;
    }

    internal static string FingerprintOf(ReadOnlySpan<byte> certificate) =>
        string.Join(':', SHA256.HashData(certificate).Select(one => one.ToString("X2", provider: null)));
}

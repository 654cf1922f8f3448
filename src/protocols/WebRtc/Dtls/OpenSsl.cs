using System.Runtime.InteropServices;

namespace Centrala.Protocols.WebRtc;

/// <summary>
/// The few functions of the system's OpenSSL that DTLS needs: the framework rests on the same library, and offers TLS alone.
/// Names are OpenSSL's own; they are documented there.
/// </summary>
static class OpenSsl
{
    public const int MtuControl = 17, SessionCacheControl = 44, HandleTimeoutControl = 74, MinVersionControl = 123;
    public const int Dtls12 = 0xfefd, EllipticKey = 408, ResetControl = 1;
    public const int VerifyPeer = 1, FailWithoutPeer = 2;
    public const int WantRead = 2;
    public const ulong NoQueryMtu = 1UL << 12, NoTicket = 1UL << 14, NoRenegotiation = 1UL << 30;

    const string Ssl = "libssl.so.3", Crypto = "libcrypto.so.3";

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int Verify(int isTrusted, nint store);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate uint NextTimer(nint session, uint lastMicroseconds);

    [DllImport(Ssl)] public static extern nint DTLS_method();
    [DllImport(Ssl)] public static extern nint SSL_CTX_new(nint method);
    [DllImport(Ssl)] public static extern void SSL_CTX_free(nint context);
    [DllImport(Ssl)] public static extern nint SSL_CTX_ctrl(nint context, int command, nint number, nint pointer);
    [DllImport(Ssl)] public static extern ulong SSL_CTX_set_options(nint context, ulong options);
    [DllImport(Ssl)] public static extern int SSL_CTX_use_certificate_ASN1(nint context, int length, byte[] der);
    [DllImport(Ssl)] public static extern int SSL_CTX_use_PrivateKey_ASN1(int kind, nint context, byte[] der, nint length);
    [DllImport(Ssl)] public static extern int SSL_CTX_set_tlsext_use_srtp(nint context, [MarshalAs(UnmanagedType.LPUTF8Str)] string profiles);
    [DllImport(Ssl)] public static extern int SSL_CTX_set_cipher_list(nint context, [MarshalAs(UnmanagedType.LPUTF8Str)] string ciphers);
    [DllImport(Ssl)] public static extern void SSL_CTX_set_verify(nint context, int mode, Verify verify);
    [DllImport(Ssl)] public static extern nint SSL_new(nint context);
    [DllImport(Ssl)] public static extern void SSL_free(nint session);
    [DllImport(Ssl)] public static extern void SSL_set_bio(nint session, nint input, nint output);
    [DllImport(Ssl)] public static extern void SSL_set_accept_state(nint session);
    [DllImport(Ssl)] public static extern void SSL_set_connect_state(nint session);
    [DllImport(Ssl)] public static extern int SSL_do_handshake(nint session);
    [DllImport(Ssl)] public static extern int SSL_read(nint session, ref byte to, int length);
    [DllImport(Ssl)] public static extern int SSL_shutdown(nint session);
    [DllImport(Ssl)] public static extern int SSL_get_error(nint session, int result);
    [DllImport(Ssl)] public static extern nint SSL_ctrl(nint session, int command, nint number, nint pointer);
    [DllImport(Ssl)] public static extern void DTLS_set_timer_cb(nint session, NextTimer timer);
    [DllImport(Ssl)]
    public static extern int SSL_export_keying_material(
        nint session, byte[] to, nint length, [MarshalAs(UnmanagedType.LPUTF8Str)] string label, nint labelLength,
        nint context, nint contextLength, int useContext);
    [DllImport(Ssl)] public static extern nint SSL_get_selected_srtp_profile(nint session);
    [DllImport(Ssl)] public static extern nint SSL_get1_peer_certificate(nint session);
    [DllImport(Crypto)] public static extern nint BIO_s_mem();
    [DllImport(Crypto)] public static extern nint BIO_new(nint method);
    [DllImport(Crypto)] public static extern int BIO_read(nint bio, ref byte to, int length);
    [DllImport(Crypto)] public static extern int BIO_write(nint bio, ref byte from, int length);
    [DllImport(Crypto)] public static extern nint BIO_ctrl(nint bio, int command, nint number, nint pointer);
    [DllImport(Crypto)] public static extern int i2d_X509(nint certificate, nint to);
    [DllImport(Crypto)] public static extern int i2d_X509(nint certificate, ref nint to);
    [DllImport(Crypto)] public static extern void X509_free(nint certificate);
    [DllImport(Crypto)] public static extern void ERR_clear_error();
}

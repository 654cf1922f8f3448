using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Centrala.Server.Host;

/// <summary>The server's TLS certificate in two PEM files, read again when they change: renewals need no restart.</summary>
sealed class CertificateFiles
{
    /// <summary>Handshakes within this time of the last look use what was read then.</summary>
    static readonly TimeSpan lookInterval = TimeSpan.FromSeconds(5);

    readonly TlsFiles files;
    readonly TimeProvider time;
    readonly Lock looking = new();
    SslStreamCertificateContext current;
    DateTime changed;
    long looked;

    /// <exception cref="OptionsException">A file cannot be read, or the two do not belong together.</exception>
    public CertificateFiles(TlsFiles files, TimeProvider time)
    {
        (this.files, this.time) = (files, time);
        try
        {
            (current, changed) = (Read(), Changed());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new OptionsException($"The TLS certificate cannot be used: {unreadable.Message}");
        }
        looked = time.GetTimestamp();
    }

    /// <summary>When the certificate that is in use now ends; UTC.</summary>
    public DateTimeOffset NotAfter => current.TargetCertificate.NotAfter.ToUniversalTime();

    /// <summary>What the next handshake shows. Files that cannot be read (half written, say) leave the former one in use.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (looking)
        {
            if (time.GetElapsedTime(looked) < lookInterval) return current;
            looked = time.GetTimestamp();
            try
            {
                if (Changed() != changed) (current, changed) = (Read(), Changed());
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
            {
                // The next look finds the finished files.
            }
            return current;
        }
    }

    DateTime Changed() => new[] { files.Certificate, files.Key }.Max(File.GetLastWriteTimeUtc);

    SslStreamCertificateContext Read()
    {
        var own = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(files.Certificate);
        return SslStreamCertificateContext.Create(own, [.. all.Skip(1)], offline: true);
    }
}

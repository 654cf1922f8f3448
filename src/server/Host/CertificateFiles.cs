using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Centrala.Server.Host;

/// <summary>The server's TLS certificate in two PEM files, read again when they change: renewals need no restart.</summary>
sealed class CertificateFiles
{
    /// <summary>Handshakes within this time of the last look use what was read then.</summary>
    static readonly TimeSpan _lookInterval = TimeSpan.FromSeconds(5);

    readonly TlsFiles _files;
    readonly TimeProvider _time;
    readonly Lock _looking = new();
    SslStreamCertificateContext _current;
    DateTime _changed;
    long _looked;

    /// <exception cref="OptionsException">A file cannot be read, or the two do not belong together.</exception>
    public CertificateFiles(TlsFiles files, TimeProvider time)
    {
        (_files, _time) = (files, time);
        try
        {
            (_current, _changed) = (Read(), Changed());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new OptionsException($"The TLS certificate cannot be used: {unreadable.Message}");
        }
        _looked = time.GetTimestamp();
    }

    /// <summary>When the certificate that is in use now ends; UTC.</summary>
    public DateTimeOffset NotAfter => _current.TargetCertificate.NotAfter.ToUniversalTime();

    /// <summary>What the next handshake shows. Files that cannot be read (half written, say) leave the former one in use.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (_looking)
        {
            if (_time.GetElapsedTime(_looked) < _lookInterval) return _current;
            _looked = _time.GetTimestamp();
            try
            {
                if (Changed() != _changed) (_current, _changed) = (Read(), Changed());
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
            {
                // The next look finds the finished files.
            }
            return _current;
        }
    }

    DateTime Changed() => new[] { _files.Certificate, _files.Key }.Max(File.GetLastWriteTimeUtc);

    SslStreamCertificateContext Read()
    {
        var own = X509Certificate2.CreateFromPemFile(_files.Certificate, _files.Key);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(_files.Certificate);
        return SslStreamCertificateContext.Create(own, [.. all.Skip(1)], offline: true);
    }
}

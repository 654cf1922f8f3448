using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Centrala.Server.Database;

namespace Centrala.Server.Host.Doctor;

/// <summary>Address, certificate and what they mean for browsers.</summary>
static class NetworkFindings
{
    static readonly TimeSpan renewalDue = TimeSpan.FromDays(14);

    public static async Task<IEnumerable<Finding>> All(Options options, CancellationToken cancel)
    {
        var runs = await PrivatePostgres.ConnectionStringOfRunning(options.DataFolder, cancel) is not null;
        List<Finding> findings = [runs ? Finding.Good("centre", "It runs on this data folder") : Port(options.Listen, options.Port)];
        if (RunServer.ReadTls(options) is { } tls) findings.Add(Certificate(tls));
        else if (Unprotected(options)) findings.Add(Finding.Bad("encryption", UnprotectedAdvice));
        return findings;
    }

    public const string UnprotectedAdvice = "The network can listen in, and nobody can sign in over it: give --tls-certificate "
        + "and --tls-key, or put a proxy before the centre and name it in --trusted-proxies.";

    /// <summary>It listens to the network, and neither itself nor a known proxy encrypts.</summary>
    public static bool Unprotected(Options options) =>
        !IPAddress.IsLoopback(options.Listen) && options.TlsCertificate is null && options.TrustedProxies.Count == 0;

    static Finding Port(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return Finding.Good("port", $"{address}:{port} is free");
        }
        catch (SocketException taken)
        {
            return Finding.Bad("port", $"{address}:{port} cannot be had ({taken.SocketErrorCode}). Choose another with --port.");
        }
    }

    static Finding Certificate(TlsFiles files)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
            var left = certificate.NotAfter.ToUniversalTime() - DateTime.UtcNow;
            var says = $"{certificate.GetNameInfo(X509NameType.DnsName, false)} until {certificate.NotAfter.ToUniversalTime():u}";
            return left <= TimeSpan.Zero ? Finding.Bad("certificate", $"{says}: it has expired")
                : left < renewalDue ? Finding.Weak("certificate", $"{says}: renew it")
                : Finding.Good("certificate", says);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return Finding.Bad("certificate", unreadable.Message);
        }
    }
}

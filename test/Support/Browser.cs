using System.Net;

namespace Centrala.Testing;

/// <summary>A client that keeps cookies and sends what the workspace's own pages send.</summary>
public sealed class Browser : HttpClient
{
    public Browser(Uri address) : this(address, new CookieContainer()) { }

    Browser(Uri address, CookieContainer cookies)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies })
    {
        Cookies = cookies;
        BaseAddress = address;
        DefaultRequestHeaders.Add("X-Centrala", "1");
    }

    public CookieContainer Cookies { get; }
}

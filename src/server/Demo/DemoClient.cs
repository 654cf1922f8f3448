using System.Net;
using System.Text.Json;

namespace Centrala.Server.Demo;

/// <summary>One person's browser, as far as the interface is concerned: a cookie, JSON, problems.</summary>
sealed class DemoClient : IDisposable
{
    /// <summary>Whoever asks for longer than this has met a broken server.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);
    readonly HttpClient http;

    /// <param name="address">Of the server, as on the first line that it prints.</param>
    public DemoClient(Uri address)
    {
        Address = address;
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        http = new HttpClient(handler) { BaseAddress = address, Timeout = Patience };
        http.DefaultRequestHeaders.Add("X-Centrala", "1");
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    /// <exception cref="DemoException">The server refused; the message has its reason.</exception>
    public async Task SignIn(string email, string password, CancellationToken cancel) =>
        await Post("/api/session", new { email, password }, cancel);

    public async Task<T> Get<T>(string path, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(path, cancel);
        await Require(answer, path, cancel);
        return (await answer.Content.ReadFromJsonAsync<T>(json, cancel))!;
    }

    public async Task Put(string path, object content, CancellationToken cancel)
    {
        using var answer = await http.PutAsJsonAsync(path, content, json, cancel);
        await Require(answer, path, cancel);
    }

    public async Task<T> Put<T>(string path, object content, CancellationToken cancel)
    {
        using var answer = await http.PutAsJsonAsync(path, content, json, cancel);
        await Require(answer, path, cancel);
        return (await answer.Content.ReadFromJsonAsync<T>(json, cancel))!;
    }

    public async Task Post(string path, object content, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync(path, content, json, cancel);
        await Require(answer, path, cancel);
    }

    public async Task<T> Post<T>(string path, object content, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync(path, content, json, cancel);
        await Require(answer, path, cancel);
        return (await answer.Content.ReadFromJsonAsync<T>(json, cancel))!;
    }

    /// <param name="token">Of a visitor's conversation.</param>
    public void Bear(string token) => http.DefaultRequestHeaders.Authorization = new("Bearer", token);

    public void Dispose() => http.Dispose();

    static async Task Require(HttpResponseMessage answer, string path, CancellationToken cancel)
    {
        if (answer.IsSuccessStatusCode) return;
        throw new DemoException(answer.StatusCode, $"{path}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }
}

/// <summary>The server said no to something that the demo did.</summary>
sealed class DemoException : Exception
{
    public DemoException() { }

    public DemoException(string message) : base(message) { }

    public DemoException(string message, Exception inner) : base(message, inner) { }

    public DemoException(HttpStatusCode status, string message) : base($"{(int)status} {message}") => Status = status;

    public HttpStatusCode? Status { get; }
}

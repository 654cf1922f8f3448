using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Centrala.Bench;

/// <summary>
/// Customers who write without a pause and repeat, under the same client id, what was not acknowledged: as the widget
/// does when the line is lost.
/// </summary>
sealed class CrashLoad : IAsyncDisposable
{
    const int Customers = 16;
    const int MessagesPerChat = 5;
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan giveUp = TimeSpan.FromMinutes(2);
    static readonly TimeSpan retryInterval = TimeSpan.FromMilliseconds(25);

    readonly CancellationTokenSource stop = new();
    readonly HttpClient http;
    readonly CrashLedger ledger;
    readonly Task[] customers;
    int addresses;
    string lastRefusal = "";
    long firstAcceptSince = long.MaxValue;
    TaskCompletionSource<TimeSpan> firstAccept = new();

    public CrashLoad(Uri address, CrashLedger ledger)
    {
        this.ledger = ledger;
        http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Customers }) { BaseAddress = address, Timeout = patience };
        customers = [.. Enumerable.Range(0, Customers).Select(_ => Task.Run(Write))];
    }

    /// <summary>How long it takes from now until a request that was sent after now is acknowledged.</summary>
    public Task<TimeSpan> FirstAccept()
    {
        firstAccept = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref firstAcceptSince, Stopwatch.GetTimestamp());
        return firstAccept.Task;
    }

    /// <summary>Waits until this many more were acknowledged.</summary>
    /// <exception cref="TimeoutException">The centre does not take them; says what it answered last.</exception>
    public async Task Acknowledge(int more)
    {
        var enough = ledger.Acknowledged + more;
        var waits = Stopwatch.StartNew();
        while (ledger.Acknowledged < enough)
        {
            if (waits.Elapsed > giveUp) throw new TimeoutException($"Nothing is taken any more. {lastRefusal}");
            await Task.Delay(retryInterval);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        await Task.WhenAll(customers);
        http.Dispose();
    }

    async Task Write()
    {
        while (!stop.IsCancellationRequested)
        {
            var (clientId, visitorId, address) = (Guid.NewGuid(), Guid.NewGuid(), NextAddress());
            var start = new
            {
                key = SeparateCentre.WidgetKey,
                clientId,
                visitorId,
                text = "Hello",
                language = "en",
                form = new { name = "Ann", email = "ann@mail.example" }
            };
            if (await UntilAcknowledged("/widget/conversations", start, address, null) is not { } started) return;
            var conversation = started.GetProperty("conversationId").GetGuid();
            ledger.ChatTaken(clientId, conversation);
            for (var i = 0; i < MessagesPerChat; i++)
            {
                var message = new { clientId = Guid.NewGuid(), text = $"And {i}" };
                var token = started.GetProperty("token").GetString();
                if (await UntilAcknowledged("/widget/messages", message, address, token) is null) return;
                ledger.MessageTaken(message.clientId, conversation);
            }
        }
    }

    /// <returns>Null when the bench ended before it was acknowledged.</returns>
    async Task<JsonElement?> UntilAcknowledged(string path, object body, IPAddress from, string? token)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var sent = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
                request.Headers.Add("X-Forwarded-For", from.ToString());
                if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var answer = await http.SendAsync(request, stop.Token);
                if (answer.IsSuccessStatusCode)
                {
                    var read = await answer.Content.ReadFromJsonAsync<JsonElement>(stop.Token);
                    var since = Volatile.Read(ref firstAcceptSince);
                    if (sent >= since) firstAccept.TrySetResult(Stopwatch.GetElapsedTime(since));
                    return read;
                }
                lastRefusal = $"{path}: {await answer.Content.ReadAsStringAsync(stop.Token)}";
            }
            catch (Exception away) when (away is HttpRequestException or OperationCanceledException or JsonException or IOException)
            {
                // Not acknowledged: the same again, as soon as somebody answers.
            }
            await Task.Delay(retryInterval, CancellationToken.None);
        }
        return null;
    }

    /// <summary>Each customer has an address of their own, as outside of a bench.</summary>
    IPAddress NextAddress()
    {
        var next = Interlocked.Increment(ref addresses);
        return new([10, (byte)(next >> 16), (byte)(next >> 8), (byte)next]);
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Centrala.Bench.Accept;

/// <summary>
/// Customers who begin chats as fast as they are answered, one on each connection. Raw sockets and a prepared request: the
/// generator shares the cores with the server and must not be what is measured.
/// </summary>
sealed class AcceptLoad(Uri server, string widgetKey, int connections)
{
    /// <summary>Both ids stand at fixed places of the request, written anew for each.</summary>
    const string Zeros = "00000000-0000-0000-0000-000000000000";

    /// <returns>Chats acknowledged a second, and the time of each in ticks of the stopwatch.</returns>
    public async Task<(double PerSecond, List<long> Ticks)> Run(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Customer(started, duration))));
        var ticks = all.SelectMany(some => some).ToList();
        return (ticks.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, ticks);
    }

    async Task<List<long>> Customer(long started, TimeSpan duration)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var request = Request();
        var zeros = Encoding.ASCII.GetBytes(Zeros);
        var (client, visitor) = (request.AsSpan().IndexOf(zeros), request.AsSpan().LastIndexOf(zeros));
        var answer = new byte[4096];
        var ticks = new List<long>();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            Guid.NewGuid().TryFormat(request.AsSpan(client), out _);
            Guid.NewGuid().TryFormat(request.AsSpan(visitor), out _);
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await Receive(socket, answer);
            ticks.Add(Stopwatch.GetTimestamp() - sent);
        }
        return ticks;
    }

    byte[] Request()
    {
        var body = $$"""
            {"key":"{{widgetKey}}","clientId":"{{Zeros}}","visitorId":"{{Zeros}}","consent":true,"language":"pl",
            "text":"Dzień dobry, czy materac GOLD pasuje do stelaża 140?","page":"https://slumber.example/mattresses",
            "form":{"name":"Marta Zielińska","email":"marta@mail.example"} }
            """;
        return Encoding.UTF8.GetBytes(
            $"POST /widget/conversations HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    static async Task Receive(Socket socket, byte[] answer)
    {
        var length = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(answer.AsMemory(length));
            if (count == 0) throw new IOException("The server closed the connection.");
            length += count;
            if (IsWhole(answer.AsSpan(0, length))) break;
        }
        if (!answer.AsSpan(0, length).StartsWith("HTTP/1.1 201"u8))
            throw new IOException(Encoding.UTF8.GetString(answer, 0, length));
    }

    static bool IsWhole(ReadOnlySpan<byte> answer) => answer.EndsWith("\r\n0\r\n\r\n"u8)
        || (answer.IndexOf("Content-Length: "u8) is > 0 and var at && answer.IndexOf("\r\n\r\n"u8) is > 0 and var end
            && answer.Length - end - 4 >= Number(answer[(at + 16)..]));

    static int Number(ReadOnlySpan<byte> text) =>
        System.Buffers.Text.Utf8Parser.TryParse(text, out int number, out _) ? number : int.MaxValue;
}

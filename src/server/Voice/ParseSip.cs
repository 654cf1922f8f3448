using System.Text.Encodings.Web;
using System.Text.Json;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice;

/// <summary><c>centrala sip parse FILE…</c>: says what the parser makes of each file, one JSON line a file.</summary>
static class ParseSip
{
    const string Usage = "centrala: Say: centrala sip parse FILE… (each file is one datagram).";

    static readonly JsonSerializerOptions rules = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="Status">What the sender of a refused request is told; null when nothing is.</param>
    /// <param name="Answer">What a telephone of ours would refuse an accepted request with; null when it would act on it.</param>
    sealed record Line(string File, string Verdict, int? Status, string? Reason, Message? Message, Refusal? Answer);

    sealed record Message(
        string? Method, string? Uri, int? Status, string? Reason, IEnumerable<Field> Headers, int BodyBytes);

    sealed record Field(string Name, string Value);

    sealed record Refusal(int Status, string Reason);

    /// <returns>0 when every file was read, whatever its verdict; 1 when one could not be; 2 for a call not understood.</returns>
    public static async Task<int> Run(string[] said, CancellationToken cancel)
    {
        if (said is not ["parse", _, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var unread = 0;
        foreach (var file in said[1..])
        {
            try
            {
                Console.WriteLine(Judge(file, await File.ReadAllBytesAsync(file, cancel)));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"centrala: {unreadable.Message}");
                unread = 1;
            }
        }
        return unread;
    }

    /// <returns>The line of JSON.</returns>
    internal static string Judge(string file, byte[] datagram)
    {
        var (message, fault) = SipParser.Parse(datagram);
        if (message is null && fault is null) fault = new(null, "There are only line ends: a keep-alive.");
        var refused = fault is null && message is SipRequest request ? Admission.Refuse(request, Capabilities.Telephone, "tag") : null;
        var line = new Line(file, fault is null ? "accept" : "reject", fault?.Status, fault?.Reason, Shown(message),
            refused is null ? null : new(refused.Status, refused.Reason));
        return JsonSerializer.Serialize(line, rules);
    }

    static Message? Shown(SipMessage? message)
    {
        if (message is null) return null;
        var (request, response) = (message as SipRequest, message as SipResponse);
        return new(request?.Method, request?.Uri.ToString(), response?.Status, response?.Reason,
            message.Headers.Select(one => new Field(one.Name, one.Text)), message.Body.Length);
    }
}

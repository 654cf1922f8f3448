using System.Net;
using System.Text.Json;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Lines;

/// <summary>
/// Where phones had registered, in a file: an exchange that was started anew calls them there, and needs not wait until
/// each of them comes again. Written now and then; whoever registered since comes again by himself.
/// </summary>
sealed class KnownPhones(string file, Telephones telephones, SipLine line, ILogger log) : IDisposable
{
    static readonly TimeSpan every = TimeSpan.FromSeconds(1);

    Timer? timer;
    int written;

    sealed record Row(
        string User, string Contact, SipTransport Transport, string Reached, string CallId, long Number, DateTimeOffset Until);

    /// <summary>Reads what there is, before anybody can register, and keeps it up from now on.</summary>
    public void Begin()
    {
        telephones.Restore(Read());
        timer = new(_ => _ = Write(), null, every, every);
    }

    public void Dispose() => timer?.Dispose();

    IReadOnlyList<(string, Binding)> Read()
    {
        try
        {
            if (!File.Exists(file)) return [];
            return [.. JsonSerializer.Deserialize<Row[]>(File.ReadAllBytes(file))!.Select(row => (row.User, new Binding(
                new(AddressUri.Parse(row.Contact)), new(row.Transport, IPEndPoint.Parse(row.Reached)), row.CallId, row.Number, row.Until)))];
        }
        catch (Exception unread) when (unread is IOException or JsonException or FormatException)
        {
            VoiceLog.PhonesNotKept(log, unread);
            return [];
        }
    }

    async Task Write()
    {
        var (changes, rows) = await line.Ask(at => telephones.Changes == written ? (written, null) : (telephones.Changes,
            telephones.All(at).Select(one => new Row(one.User, one.Binding.Contact.Uri.ToString(), one.Binding.Reached.Transport,
                one.Binding.Reached.Remote.ToString(), one.Binding.CallId, one.Binding.Number, one.Binding.Until)).ToArray()));
        if (rows is null) return;
        try
        {
            await File.WriteAllBytesAsync(file + ".new", JsonSerializer.SerializeToUtf8Bytes(rows));
            File.Move(file + ".new", file, overwrite: true);
            written = changes;
        }
        catch (IOException full)
        {
            VoiceLog.PhonesNotKept(log, full);
        }
    }
}

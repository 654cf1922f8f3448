using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice;

/// <summary>
/// What connects this machine with the telephone network: <c>voice.json</c> in the data folder, beside the other secrets.
/// Without the file nothing listens. Who is called under which number is in the database.
/// </summary>
/// <param name="Listen">Address and port by transport; at least one.</param>
/// <param name="PublicAddress">The address that peers are told; null: the one that is listened to.</param>
/// <param name="Realm">Goes into the digests of desk phones: to change it makes their passwords void.</param>
/// <param name="Phones">Networks from which desk phones register; none: no phone does.</param>
/// <param name="Browsers">Address and port, UDP, where agents' browsers are heard; null: agents have desk phones alone.</param>
/// <param name="BrowsersAddress">The address that browsers are told, where it is another: a translator's in front of this machine.</param>
/// <param name="OffersSha256">Phones are asked for SHA-256 before MD5; some that know only MD5 then fail to register.</param>
/// <param name="Music">A WAV file (8 kHz, 16 bit, mono) for those who wait; null: a melody of the program's own.</param>
/// <param name="CallsMax">Callers at once; more are told to try again.</param>
/// <param name="NewCallsPerSecondMax">Likewise.</param>
/// <param name="RecordingFreeMegabytesMin">With less room on the disk no recording is begun.</param>
/// <param name="Node">Tells the calls of this machine from another's; null: the machine's name.</param>
sealed record VoiceSettings(
    ListenSettings Listen, IPAddress? PublicAddress = null, string Realm = "centrala", IReadOnlyList<TrunkSettings>? Trunks = null,
    IReadOnlyList<IPNetwork>? Phones = null, int MediaPortMin = 20_000, int MediaPortMax = 29_999, string? Music = null,
    int CallsMax = 500, int NewCallsPerSecondMax = 400, string? Node = null,
    bool OffersSha256 = false, IPEndPoint? Browsers = null, IPAddress? BrowsersAddress = null,
    long RecordingFreeMegabytesMin = 512)
{
    public const string FileName = "voice.json";

    static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new AddressForm(), new NetworkForm(), new EndPointForm(), new JsonStringEnumConverter<SipTransport>(JsonNamingPolicy.CamelCase, false) },
    };

    public IReadOnlyList<TrunkSettings> Trunks { get; init; } = Trunks ?? [];

    public IReadOnlyList<IPNetwork> Phones { get; init; } = Phones ?? [];

    public string Node { get; init; } = Node ?? Environment.MachineName;

    /// <summary>What media are offered at, and the host of this side's SIP addresses.</summary>
    [JsonIgnore]
    public IPAddress Address => PublicAddress ?? Listen.All.First().At.Address;

    /// <summary>Where browsers are told to come to; null where they are not heard.</summary>
    [JsonIgnore]
    public IPAddress? BrowsersCome => BrowsersAddress ?? (Browsers is null || IsEvery(Browsers.Address) ? PublicAddress : Browsers.Address);

    /// <returns>Null where there is no file: no telephone.</returns>
    /// <exception cref="InvalidDataException">The file is there and cannot be used; the message says why.</exception>
    public static VoiceSettings? Of(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            var read = JsonSerializer.Deserialize<VoiceSettings>(File.ReadAllBytes(path), form);
            return read?.Fault() is { } fault ? throw new InvalidDataException($"{path}: {fault}") : read;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{path}: {wrong.Message}", wrong);
        }
    }

    string? Fault()
    {
        if (!Listen.All.Any()) return "\"listen\" names no transport: udp, tcp or tls.";
        if (Listen.Tls is not null && (Listen.Certificate is null || Listen.Key is null))
            return "TLS wants \"certificate\" and \"key\": two PEM files.";
        if (PublicAddress is null && Listen.All.Any(one => IsEvery(one.At.Address)))
            return "whoever listens on every address must say its \"publicAddress\".";
        if (Browsers is not null && BrowsersCome is null)
            return "whoever hears browsers on every address must say the \"browsersAddress\" that they are told.";
        if (MediaPortMin is < 1024 or > 65_534 || MediaPortMax > 65_535 || MediaPortMax < MediaPortMin + 3)
            return "\"mediaPortMin\" and \"mediaPortMax\" are no range of ports from 1024 on.";
        if (CallsMax < 1 || NewCallsPerSecondMax < 1) return "\"callsMax\" and \"newCallsPerSecondMax\" are at least 1.";
        return Trunks.FirstOrDefault(one => one.Registers && (one.Account is null || one.Domain is null || one.Peers.Count == 0)) is { } trunk
            ? $"trunk {trunk.Name} registers, so it needs a domain, peers, user and password." : null;
    }

    static bool IsEvery(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    sealed class AddressForm : JsonConverter<IPAddress>
    {
        public override IPAddress Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            IPAddress.TryParse(reader.GetString(), out var address) ? address : throw new JsonException("Not an IP address.");

        public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    sealed class NetworkForm : JsonConverter<IPNetwork>
    {
        public override IPNetwork Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            IPNetwork.TryParse(reader.GetString(), out var network) ? network : throw new JsonException("Not a network like 10.0.0.0/8.");

        public override void Write(Utf8JsonWriter writer, IPNetwork value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    sealed class EndPointForm : JsonConverter<IPEndPoint>
    {
        public override IPEndPoint Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            IPEndPoint.TryParse(reader.GetString() ?? "", out var at) ? at : throw new JsonException("Not an address like 192.0.2.1:5060.");

        public override void Write(Utf8JsonWriter writer, IPEndPoint value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

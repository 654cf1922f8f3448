using System.Globalization;

namespace Centrala.Protocols.Sip;

/// <summary>What two sides agreed on for their audio (RFC 3264).</summary>
/// <param name="Address">Where the other side receives; with <paramref name="Port"/>.</param>
/// <param name="Codec">With the payload type that the other side expects.</param>
/// <param name="TelephoneEvents">The other side's payload type for keys at the codec's clock; null when it takes none.</param>
/// <param name="Direction">As this side sees it.</param>
public sealed record AudioAgreement(string Address, int Port, SdpCodec Codec, int? TelephoneEvents, SdpDirection Direction)
{
    const string Plain = "RTP/AVP", Control = "rtcp", ControlShares = "rtcp-mux";

    /// <summary>Where the other side receives reports: the next port, another one (RFC 3605), or the same (RFC 5761).</summary>
    public int ControlPort { get; init; } = Port + 1;

    /// <summary>The other side's payload type for comfort noise at the codec's clock; null when it takes none.</summary>
    public int? Noise { get; init; }

    /// <summary>Describes this side's audio in one medium, for an offer.</summary>
    /// <param name="codecs">The dearest first; telephone events among them.</param>
    public static Sdp Offer(SdpOrigin origin, int port, IReadOnlyList<SdpCodec> codecs, SdpDirection direction = SdpDirection.SendReceive) =>
        new(origin, "-", origin.Address, [], [Medium(port, codecs, direction)]);

    /// <summary>
    /// Answers an offer: the first plain audio with a codec of ours is taken, every other medium refused with port 0.
    /// </summary>
    /// <param name="direction">What this side wants; the answer gives no more than the offer allows.</param>
    /// <returns>Null when no medium can be taken: 488.</returns>
    public static (Sdp Answer, AudioAgreement Agreed)? Answer(
        Sdp offer, SdpOrigin origin, int port, IReadOnlyList<SdpCodec> codecs, SdpDirection direction = SdpDirection.SendReceive)
    {
        var answers = new List<SdpMedia>();
        AudioAgreement? agreed = null;
        foreach (var media in offer.Media)
        {
            var taken = agreed is null ? Agree(offer, media, codecs, direction) : null;
            answers.Add(taken is null ? media with { Port = 0, Address = null, Attributes = [] }
                : Medium(port, Common(taken, media), taken.Direction, taken.ControlPort == taken.Port));
            agreed ??= taken;
        }
        return agreed is null ? null : (new(origin, "-", origin.Address, [], answers), agreed);
    }

    /// <summary>Reads the other side's answer to our offer.</summary>
    /// <returns>Null when it took nothing that we offered.</returns>
    public static AudioAgreement? Read(Sdp answer, IReadOnlyList<SdpCodec> offered) =>
        answer.Media.Select(media => Agree(answer, media, offered, SdpDirection.SendReceive)).FirstOrDefault(one => one is not null);

    static AudioAgreement? Agree(Sdp from, SdpMedia media, IReadOnlyList<SdpCodec> codecs, SdpDirection wanted)
    {
        if (media.Kind != "audio" || media.Port == 0 || media.Protocol != Plain || from.AddressOf(media) is not { } address) return null;
        if (media.Codecs.FirstOrDefault(one => !one.IsTelephoneEvent && !one.IsNoise && codecs.Any(one.Is)) is not { } codec) return null;
        // An event's clock must be the codec's: its durations are counted in it.
        var events = media.Codecs.FirstOrDefault(one => one.IsTelephoneEvent && one.Hertz == codec.Hertz);
        return new(address, media.Port, codec, events?.Number, wanted & Mirrored(from.DirectionOf(media)))
        {
            ControlPort = ControlOf(media) ?? media.Port + 1,
            Noise = codecs.Any(one => one.IsNoise) ? media.Codecs.FirstOrDefault(one => one.IsNoise && one.Hertz == codec.Hertz)?.Number : null,
        };
    }

    /// <returns>Null when the medium says nothing of it.</returns>
    static int? ControlOf(SdpMedia media)
    {
        if (media.Attributes.Any(one => one.Name == ControlShares)) return media.Port;
        var said = media.Attributes.FirstOrDefault(one => one.Name == Control)?.Value?.Split(' ')[0];
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port : null;
    }

    static List<SdpCodec> Common(AudioAgreement agreed, SdpMedia media) =>
        [agreed.Codec, .. media.Codecs.Where(one => one.Number == agreed.TelephoneEvents || one.Number == agreed.Noise)];

    static SdpMedia Medium(int port, IReadOnlyList<SdpCodec> codecs, SdpDirection direction, bool sharesPort = false) => new(
        "audio", port, Plain, [.. codecs.Select(one => one.Number.ToString(provider: null))], null,
        [
            .. codecs.SelectMany(one => one.Attributes), .. sharesPort ? (SdpAttribute[])[new(ControlShares)] : [],
            new("ptime", "20"), SdpAttribute.Of(direction),
        ]);

    static SdpDirection Mirrored(SdpDirection theirs) =>
        (theirs.HasFlag(SdpDirection.SendOnly) ? SdpDirection.ReceiveOnly : 0) | (theirs.HasFlag(SdpDirection.ReceiveOnly) ? SdpDirection.SendOnly : 0);
}

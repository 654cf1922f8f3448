using System.Net;

namespace Centrala.Protocols.Sip;

/// <summary>To whom the next request of a dialog goes.</summary>
static class NextHop
{
    /// <summary>
    /// The first route or the target, where it is an address; else whom we have been talking with. So it is too with a peer
    /// behind an address translator, whose own idea of its address nobody else can use.
    /// </summary>
    public static Hop Of(Dialog dialog, Hop heard, bool isTranslated)
    {
        var uri = dialog.Routes is [var first, ..] ? first.Uri : dialog.Target;
        if (heard.IsReliable || isTranslated && dialog.Routes.Count == 0 || uri is not SipUri sip) return heard;
        return IPAddress.TryParse(sip.Host.Trim('[', ']'), out var address) && sip.Parameters["transport"] is null or "udp" or "UDP"
            ? new(SipTransport.Udp, new(address!, sip.PortOrDefault)) : heard;
    }

    /// <summary>Whether a request came from elsewhere than it says.</summary>
    public static bool IsTranslated(SipRequest request) => request.TopVia.Received is { } received && received != request.TopVia.Host;
}

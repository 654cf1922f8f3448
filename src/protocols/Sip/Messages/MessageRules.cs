namespace Centrala.Protocols.Sip;

/// <summary>What a message must have beyond the grammar of its lines (RFC 3261 8.1.1, 20.16).</summary>
static class MessageRules
{
    static readonly string[] mandatory = ["Via", "From", "To", "Call-ID", "CSeq"];

    /// <returns>Which rule is broken; null when none.</returns>
    public static string? Check(SipMessage message)
    {
        foreach (var name in mandatory)
            if (!message.Headers.Has(name)) return $"The header {name} is missing.";
        if (message is SipRequest request && message.CSeq.Method != request.Method)
            return $"The method is {request.Method}, but that of the CSeq {message.CSeq.Method}.";
        if (message.Headers.All("Contact").Count() > 1 && message.Headers.All("Contact").Any(one => one.Text == "*"))
            return "The Contact * stands beside another one.";
        return null;
    }
}

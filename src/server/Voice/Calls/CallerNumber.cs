using System.Text.RegularExpressions;
using Centrala.Protocols.Sip;

namespace Centrala.Server.Voice.Calls;

/// <summary>Who calls, as a trusted carrier says (RFC 3325), and which number was dialled.</summary>
static partial class CallerNumber
{
    /// <returns>Null when the caller wants to stay unknown, or what is said is no number.</returns>
    public static string? Of(SipRequest invite)
    {
        if (invite.Headers["Privacy"] is { } wish && wish != "none") return null;
        var asserted = invite.Headers["P-Asserted-Identity"] is { } text ? Asserted().Match(text).Groups[1].Value : "";
        var said = asserted.Length > 0 ? asserted : UserOf(invite.From.Uri);
        return Form().IsMatch(said) ? said : null;
    }

    /// <summary>The number in the Request-URI; else that in To, for carriers that put an account's name into the first.</summary>
    public static CalledNumber? Called(SipRequest invite, PhoneBook book) =>
        book.Number(UserOf(invite.Uri)) ?? book.Number(UserOf(invite.To.Uri));

    public static string UserOf(AddressUri uri) => uri switch
    {
        SipUri sip => sip.UserName.Split(';')[0],
        OtherUri { Scheme: "tel" } tel => tel.Rest.Split(';')[0],
        _ => "",
    };

    [GeneratedRegex(@"^\+?[0-9*#]{2,20}\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"(?:sips?|tel):(\+?[0-9*#]{2,20})")]
    private static partial Regex Asserted();
}

using System.Security.Cryptography;
using Centrala.Server.Access;

namespace Centrala.Server.Chat;

/// <summary>The secrets with which partners' pages vouch for their customers, sealed in the database.</summary>
sealed class WidgetSecrets(InstallationKey key)
{
    public const int SecretBytes = 32;

    readonly SealedSecret box = new(key.For("widget identity secrets"));

    /// <returns>Null when the widget has none.</returns>
    public byte[]? Read(Widget widget) => widget.IdentitySecret is { } sealedSecret ? box.Open(sealedSecret, widget.Id) : null;

    /// <summary>A fresh secret: what to show once, and what to store.</summary>
    public (string Shown, byte[] Sealed) Make(Guid widget)
    {
        // Pages sign with the text as it is shown, not with bytes decoded from it: the mistake that everybody makes once.
        var shown = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (shown, box.Seal(System.Text.Encoding.ASCII.GetBytes(shown), widget));
    }
}

namespace Centrala.Server.Chat;

/// <summary>The limits of chats. What exceeds one is refused with a reason; nothing is cut off silently.</summary>
static class ChatLimits
{
    /// <summary>Characters of one message.</summary>
    public const int TextMax = 4_000;

    /// <summary>Characters of a name, an e-mail address, a customer's id at the partner.</summary>
    public const int FieldMax = 200;

    /// <summary>Characters of a page's address; the rest says nothing about where the customer is.</summary>
    public const int PageMax = 500;

    /// <summary>Bytes of one file.</summary>
    public const int FileBytesMax = 5 * 1024 * 1024;

    /// <summary>Files of one conversation.</summary>
    public const int FilesMax = 50;

    /// <summary>Bytes of a request that carries no file.</summary>
    public const int RequestBytesMax = 64 * 1024;

    /// <summary>Messages in one page of a conversation.</summary>
    public const int PageOfMessages = 50;

    /// <summary>Messages that a browser gets after a break; a longer one shows the newest.</summary>
    public const int CatchUpMax = 500;

    /// <summary>Messages of one conversation: beyond it, a new chat is needed.</summary>
    public const int MessagesMax = 10_000;

    /// <summary>How long after its end a chat can be taken up again by writing.</summary>
    public static readonly TimeSpan Reopenable = TimeSpan.FromHours(24);

    /// <summary>How long a blocked visitor's address is refused: addresses change hands.</summary>
    public static readonly TimeSpan AddressBlocked = TimeSpan.FromHours(24);
}

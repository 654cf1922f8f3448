namespace Centrala.Server.Chat;

/// <summary>Why chats refuse.</summary>
static class ChatProblems
{
    public static readonly Problem UnknownWidget = new("unknown-widget", 404, "There is no such widget",
        "The key in the page's script tag belongs to no widget, or the widget was removed. Ask whoever runs the centre for the key.");

    public static readonly Problem OriginNotAllowed = new("origin-not-allowed", 403, "This page may not use the widget",
        "The widget lists the pages that may use it, and this one is not among them. Nothing was changed. "
        + "An administrator adds the page's origin to the widget.");

    public static readonly Problem VisitorTokenInvalid = new("visitor-token-invalid", 401, "The token is not valid",
        "The token of this chat is missing, damaged or too old. What was sent before is safe. "
        + "Renew the token while that is possible, else start a new chat.");

    public static readonly Problem VisitorBlocked = new("visitor-blocked", 403, "The chat is not available",
        "This visitor was blocked by the centre. Nothing was stored.");

    public static readonly Problem IdentityInvalid = new("identity-invalid", 400, "The customer's identity is not vouched for",
        "The page passed a signed identity that is expired, malformed or signed with another secret. Nothing was stored. "
        + "The page must make a fresh one, or pass none.");

    public static readonly Problem ConsentNeeded = new("consent-needed", 400, "Consent is needed",
        "The widget asks for consent before a chat begins and the request carries none. Nothing was stored.");

    public static readonly Problem ClientIdTaken = new("client-id-taken", 409, "The client id was used before",
        "A chat with this client id was started by another browser. Nothing was stored. Make a new random id.");

    public static readonly Problem ConversationOver = new("conversation-over", 409, "The chat is over",
        "It ended too long ago, or is too long, to be continued. Nothing was stored. Start a new chat.");

    public static readonly Problem ThreadMoved = new("thread-moved", 409, "The conversation has moved on",
        "The customer or a colleague wrote after the last message that you had read. Nothing was sent. "
        + "Read what is new, then send again with its number, change your text, or leave it.");

    public static readonly Problem FileTooLarge = new("file-too-large", 413, "The file is too large",
        "A file may have at most 5 MB. Nothing was stored. Send a smaller one.");

    public static readonly Problem FileKindRefused = new("file-kind-refused", 415, "This kind of file is not accepted",
        "Pictures, PDF, plain text and common office documents are accepted, judged by content and not by name alone. "
        + "Nothing was stored.");

    public static readonly Problem TooManyFiles = new("too-many-files", 409, "There are too many files",
        "The message or the chat has as many files as it can hold. Nothing was stored.");

    public static readonly Problem NotYours = new("not-your-conversation", 403, "The conversation is with somebody else",
        "Only the agent who has this contact, or a lead, may write to the customer. Nothing was stored. A note is always possible.");

    public static readonly Problem WebSocketNeeded = new("websocket-needed", 400, "This address is a live line",
        "The address answers WebSocket connections only. Nothing was changed.");
}

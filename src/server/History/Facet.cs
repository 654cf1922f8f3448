namespace Centrala.Server.History;

/// <summary>What a contact is, as a lexeme that no word can be: a sign, a colon, and an id or a name.</summary>
static class Facet
{
    public const string Open = "s:open";

    /// <summary>No entry has it: it asks for those that are not open, see search_history.</summary>
    public const string Ended = "s:ended";

    public static string Partner(Guid id) => $"p:{id:n}";

    public static string Queue(Guid id) => $"q:{id:n}";

    public static string Agent(Guid id) => $"a:{id:n}";

    public static string Disposition(Guid id) => $"d:{id:n}";

    /// <summary>A contact or a conversation by its id.</summary>
    public static string Id(Guid id) => $"i:{id:n}";

    public static string Channel(string name) => "c:" + name;

    /// <summary>Stands among the words, behind the sign of a note: who may not read notes does not find it.</summary>
    public static string Tag(string name) => "tag:" + name;

    public static string Language(string tag) => "l:" + tag;
}

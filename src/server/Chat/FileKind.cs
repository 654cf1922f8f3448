namespace Centrala.Server.Chat;

/// <summary>Kinds of files that may be handed over. The content decides; the name's ending must agree with it.</summary>
sealed record FileKind(string MediaType, string[] Extensions, Func<ReadOnlySpan<byte>, bool> Fits)
{
    static readonly FileKind[] All =
    [
        new("image/png", [".png"], content => content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])),
        new("image/jpeg", [".jpg", ".jpeg"], content => content.StartsWith<byte>([0xFF, 0xD8, 0xFF])),
        new("image/gif", [".gif"], content => content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8)),
        new("image/webp", [".webp"],
            content => content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8)),
        new("application/pdf", [".pdf"], content => content.StartsWith("%PDF-"u8)),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"], IsZip),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], IsZip),
        new("application/vnd.oasis.opendocument.text", [".odt"], IsZip),
        new("text/plain; charset=utf-8", [".txt", ".csv", ".log"], IsText),
    ];

    /// <summary>Every accepted ending, with its dot.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. All.SelectMany(kind => kind.Extensions)];

    /// <returns>Null when the content is of no accepted kind, or of another than the name says.</returns>
    public static FileKind? Of(string name, ReadOnlySpan<byte> content)
    {
        foreach (var kind in All)
            if (kind.Extensions.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && kind.Fits(content))
                return kind;
        return null;
    }

    /// <summary>The name without folders and without signs that a system could read as more than a name.</summary>
    /// <returns>1 to <see cref="ChatLimits.FieldMax"/> characters.</returns>
    public static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.Where(sign => !char.IsControl(sign) && !"<>:\"|?*%;".Contains(sign))).Trim(' ', '.');
        if (kept.Length == 0) return "file";
        // The end is kept: it holds the kind.
        return kept.Length <= ChatLimits.FieldMax ? kept : kept[^ChatLimits.FieldMax..];
    }

    static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith("PK\x03\x04"u8);

    static bool IsText(ReadOnlySpan<byte> content) =>
        !content.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(content);
}

using System.Collections.Frozen;

namespace Centrala.Server.History;

/// <summary>
/// The Latin letters without their marks. A table, because what the system's library knows of letters differs from one
/// machine to the next, and what is stored must be found on all of them.
/// </summary>
static class PlainLetter
{
    /// <summary>Each line: a plain letter, then those that are it with a mark.</summary>
    static readonly string[] families =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓđð",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖħ",
        "iìíîïĩīĭįǐȉȋḭḯỉịıİ",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽł",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšșṡṣṥṧṩ",
        "tţťțṫṭṯṱẗŧ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
    ];

    static readonly FrozenDictionary<char, string> plain = families
        .SelectMany(family => family.Skip(1).Select(marked => (marked, Letters: family[..1])))
        .Concat([('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('þ', "th")])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <param name="small">A small letter.</param>
    /// <returns>Null when the letter is plain already.</returns>
    public static string? Of(char small) => plain.GetValueOrDefault(small);
}

using System.Globalization;
using System.Text;

namespace Centrala.Server.Demo;

/// <summary>Names of customers who do not exist.</summary>
static class InventedNames
{
    sealed record Names(string[] Hers, string[] His, string[] Last);

    static readonly IReadOnlyDictionary<string, Names> byLanguage = new Dictionary<string, Names>
    {
        ["pl"] = new(["Marta", "Zofia", "Alicja", "Natalia"], ["Piotr", "Tomasz", "Wojciech", "Krzysztof"],
            ["Sikora", "Bąk", "Lis", "Sowa", "Kozieł", "Wilga", "Zaremba", "Czajka"]),
        ["en"] = new(["Emily", "Olive", "Nora", "Ruby"], ["James", "Harry", "Arthur", "Miles"],
            ["Ashdown", "Fairley", "Hollis", "Marlow", "Penrose", "Wren", "Tilney", "Garrick"]),
        ["es"] = new(["Carmen", "Elena", "Pilar"], ["Javier", "Diego", "Álvaro"],
            ["Robledo", "Campos", "Serrano", "Olmedo", "Prado", "Rueda"]),
        ["pt-PT"] = new(["Leonor", "Mafalda", "Rita"], ["Afonso", "Gonçalo", "Nuno"],
            ["Antunes", "Sequeira", "Valadares", "Moutinho", "Salgado", "Trigo"]),
        ["fr"] = new(["Léa", "Manon", "Chloé"], ["Antoine", "Julien", "Baptiste"],
            ["Delorme", "Fontaine", "Mercier", "Vasseur", "Aubry", "Chastel"]),
        ["tr"] = new(["Ayla", "Nehir", "Defne"], ["Mert", "Kerem", "Onur"],
            ["Yalçın", "Güneş", "Toprak", "Ergin", "Soylu", "Akıncı"]),
    };

    public static string Any(Dialogue dialogue)
    {
        var names = byLanguage[dialogue.Language];
        var first = dialogue.Who switch { "she" => names.Hers, "he" => names.His, _ => [.. names.Hers, .. names.His] };
        return $"{Pace.Any(first)} {Pace.Any(names.Last)}";
    }

    /// <summary>An address that nobody can own.</summary>
    public static string EmailOf(string name)
    {
        var plain = name.Replace('ł', 'l').Replace('ı', 'i').Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(plain).Replace(' ', '.').ToLowerInvariant() + "@mail.example";
    }
}

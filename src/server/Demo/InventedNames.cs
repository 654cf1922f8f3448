using System.Globalization;
using System.Text;

namespace Centrala.Server.Demo;

/// <summary>Names of customers who do not exist.</summary>
static class InventedNames
{
    static readonly IReadOnlyDictionary<string, (string[] First, string[] Last)> byLanguage =
        new Dictionary<string, (string[], string[])>
        {
            ["pl"] = (["Marta", "Piotr", "Zofia", "Tomasz", "Alicja", "Wojciech", "Natalia", "Krzysztof"],
                ["Zielińska", "Wójcik", "Sikora", "Bąk", "Lis", "Sowa", "Kozieł", "Wilga"]),
            ["en"] = (["Emily", "James", "Olive", "Harry", "Nora", "Arthur", "Ruby", "Miles"],
                ["Ashdown", "Fairley", "Hollis", "Marlow", "Penrose", "Wren", "Tilney", "Garrick"]),
            ["es"] = (["Carmen", "Javier", "Elena", "Diego", "Pilar", "Álvaro"],
                ["Robledo", "Campos", "Serrano", "Olmedo", "Prado", "Rueda"]),
            ["pt-PT"] = (["Leonor", "Afonso", "Mafalda", "Gonçalo", "Rita", "Nuno"],
                ["Antunes", "Sequeira", "Valadares", "Moutinho", "Salgado", "Trigo"]),
            ["fr"] = (["Léa", "Antoine", "Manon", "Julien", "Chloé", "Baptiste"],
                ["Delorme", "Fontaine", "Mercier", "Vasseur", "Aubry", "Chastel"]),
            ["tr"] = (["Ayla", "Mert", "Nehir", "Kerem", "Defne", "Onur"],
                ["Yalçın", "Güneş", "Toprak", "Ergin", "Soylu", "Akıncı"]),
        };

    public static string Any(string language)
    {
        var (first, last) = byLanguage[language];
        return $"{Pace.Any(first)} {Pace.Any(last)}";
    }

    /// <summary>An address that nobody can own.</summary>
    public static string EmailOf(string name)
    {
        var plain = name.Replace('ł', 'l').Replace('ı', 'i').Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(plain).Replace(' ', '.').ToLowerInvariant() + "@mail.example";
    }
}

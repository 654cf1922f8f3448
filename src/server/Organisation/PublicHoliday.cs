using System.Collections.Frozen;

namespace Centrala.Server.Organisation;

/// <summary>A day on which a country's offices are closed by law.</summary>
/// <param name="Name">In the country's own language.</param>
public sealed record PublicHoliday(DateOnly Date, string Name)
{
    /// <summary>The calculations hold for these years: laws change, and Türkiye's are tables.</summary>
    public const int FirstYear = 2024;

    public const int LastYear = 2029;

    static readonly FrozenDictionary<string, Func<int, IEnumerable<PublicHoliday>>> countries =
        new Dictionary<string, Func<int, IEnumerable<PublicHoliday>>>
        {
            ["PL"] = Poland,
            ["GB"] = EnglandAndWales,
            ["ES"] = Spain,
            ["PT"] = Portugal,
            ["FR"] = France,
            ["TR"] = Turkiye,
        }.ToFrozenDictionary();

    public static IReadOnlyList<string> Countries { get; } = [.. countries.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The days of a whole country, without those of regions alone, in order.</summary>
    /// <returns>Null for a country or a year that is not known.</returns>
    public static IReadOnlyList<PublicHoliday>? Of(string country, int year) =>
        year is >= FirstYear and <= LastYear && countries.TryGetValue(country, out var days)
            ? [.. days(year).OrderBy(day => day.Date)]
            : null;

    /// <summary>Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new(year, n / 31, n % 31 + 1);
    }

    static IEnumerable<PublicHoliday> Poland(int year)
    {
        var easter = Easter(year);
        yield return new(new(year, 1, 1), "Nowy Rok");
        yield return new(new(year, 1, 6), "Święto Trzech Króli");
        yield return new(easter, "Wielkanoc");
        yield return new(easter.AddDays(1), "Poniedziałek Wielkanocny");
        yield return new(new(year, 5, 1), "Święto Pracy");
        yield return new(new(year, 5, 3), "Święto Konstytucji 3 Maja");
        yield return new(easter.AddDays(49), "Zesłanie Ducha Świętego");
        yield return new(easter.AddDays(60), "Boże Ciało");
        yield return new(new(year, 8, 15), "Wniebowzięcie NMP");
        yield return new(new(year, 11, 1), "Wszystkich Świętych");
        yield return new(new(year, 11, 11), "Święto Niepodległości");
        if (year >= 2025) yield return new(new(year, 12, 24), "Wigilia");
        yield return new(new(year, 12, 25), "Boże Narodzenie");
        yield return new(new(year, 12, 26), "Drugi dzień Bożego Narodzenia");
    }

    static IEnumerable<PublicHoliday> EnglandAndWales(int year)
    {
        var easter = Easter(year);
        yield return new(Substituted(new(year, 1, 1), 0), "New Year’s Day");
        yield return new(easter.AddDays(-2), "Good Friday");
        yield return new(easter.AddDays(1), "Easter Monday");
        yield return new(MondayFrom(new(year, 5, 1)), "Early May bank holiday");
        yield return new(MondayFrom(new(year, 5, 25)), "Spring bank holiday");
        yield return new(MondayFrom(new(year, 8, 25)), "Summer bank holiday");
        yield return new(Substituted(new(year, 12, 25), 1), "Christmas Day");
        yield return new(Substituted(new(year, 12, 26), 1), "Boxing Day");
    }

    static IEnumerable<PublicHoliday> Spain(int year) =>
    [
        new(new(year, 1, 1), "Año Nuevo"), new(new(year, 1, 6), "Epifanía del Señor"),
        new(Easter(year).AddDays(-2), "Viernes Santo"), new(new(year, 5, 1), "Fiesta del Trabajo"),
        new(new(year, 8, 15), "Asunción de la Virgen"), new(new(year, 10, 12), "Fiesta Nacional de España"),
        new(new(year, 11, 1), "Todos los Santos"), new(new(year, 12, 6), "Día de la Constitución"),
        new(new(year, 12, 8), "Inmaculada Concepción"), new(new(year, 12, 25), "Natividad del Señor"),
    ];

    static IEnumerable<PublicHoliday> Portugal(int year) =>
    [
        new(new(year, 1, 1), "Ano Novo"), new(Easter(year).AddDays(-2), "Sexta-feira Santa"), new(Easter(year), "Páscoa"),
        new(new(year, 4, 25), "Dia da Liberdade"), new(new(year, 5, 1), "Dia do Trabalhador"),
        new(Easter(year).AddDays(60), "Corpo de Deus"), new(new(year, 6, 10), "Dia de Portugal"),
        new(new(year, 8, 15), "Assunção de Nossa Senhora"), new(new(year, 10, 5), "Implantação da República"),
        new(new(year, 11, 1), "Dia de Todos os Santos"), new(new(year, 12, 1), "Restauração da Independência"),
        new(new(year, 12, 8), "Imaculada Conceição"), new(new(year, 12, 25), "Natal"),
    ];

    static IEnumerable<PublicHoliday> France(int year) =>
    [
        new(new(year, 1, 1), "Jour de l’An"), new(Easter(year).AddDays(1), "Lundi de Pâques"),
        new(new(year, 5, 1), "Fête du Travail"), new(new(year, 5, 8), "Victoire 1945"),
        new(Easter(year).AddDays(39), "Ascension"), new(Easter(year).AddDays(50), "Lundi de Pentecôte"),
        new(new(year, 7, 14), "Fête nationale"), new(new(year, 8, 15), "Assomption"), new(new(year, 11, 1), "Toussaint"),
        new(new(year, 11, 11), "Armistice 1918"), new(new(year, 12, 25), "Noël"),
    ];

    /// <summary>First days of the two feasts, as the calendar of the Presidency of Religious Affairs computes them.</summary>
    static readonly (DateOnly Ramazan, DateOnly Kurban)[] feasts =
    [
        (new(2024, 4, 10), new(2024, 6, 16)), (new(2025, 3, 30), new(2025, 6, 6)), (new(2026, 3, 20), new(2026, 5, 27)),
        (new(2027, 3, 9), new(2027, 5, 16)), (new(2028, 2, 26), new(2028, 5, 5)), (new(2029, 2, 14), new(2029, 4, 24)),
    ];

    static IEnumerable<PublicHoliday> Turkiye(int year)
    {
        yield return new(new(year, 1, 1), "Yılbaşı");
        yield return new(new(year, 4, 23), "Ulusal Egemenlik ve Çocuk Bayramı");
        yield return new(new(year, 5, 1), "Emek ve Dayanışma Günü");
        yield return new(new(year, 5, 19), "Atatürk’ü Anma, Gençlik ve Spor Bayramı");
        yield return new(new(year, 7, 15), "Demokrasi ve Millî Birlik Günü");
        yield return new(new(year, 8, 30), "Zafer Bayramı");
        yield return new(new(year, 10, 29), "Cumhuriyet Bayramı");
        foreach (var (ramazan, kurban) in feasts.Where(feast => feast.Ramazan.Year == year))
        {
            for (var day = 0; day < 3; day++) yield return new(ramazan.AddDays(day), "Ramazan Bayramı");
            for (var day = 0; day < 4; day++) yield return new(kurban.AddDays(day), "Kurban Bayramı");
        }
    }

    static DateOnly MondayFrom(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    /// <summary>
    /// A feast at a weekend is made up for on the next weekday; where two stand together both move, to two weekdays.
    /// </summary>
    static DateOnly Substituted(DateOnly day, int together) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1 + together),
        _ => day,
    };
}

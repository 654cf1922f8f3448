namespace Centrala.Server.Demo;

/// <summary>For whom Lighthouse Care works. Everything is invented.</summary>
static class CompanyPartners
{
    /// <param name="Word">Names the partner in ids and files.</param>
    /// <param name="Languages">The first is used when a customer's is not known.</param>
    /// <param name="Tags">For its conversations; empty: whatever agents write.</param>
    public sealed record Partner(
        string Word, string Name, string Colour, IReadOnlyList<string> Languages, params IReadOnlyList<string> Tags)
    {
        public Guid Id => DemoId.Of("partner", Word);
    }

    /// <param name="Weekday">The period of Monday to Friday; <paramref name="Weekend"/> of the others.</param>
    public sealed record Calendar(string Word, string Partner, string Name, string TimeZone, string Weekday, string Weekend)
    {
        public Guid Id => DemoId.Of("opening-calendar", Word);
    }

    public static readonly IReadOnlyList<Partner> All =
    [
        new("slumber", "Slumber", "#4c6ef5", ["pl", "en"], "advice", "exchange", "delivery", "complaint"),
        new("gateway", "Gateway Motorways", "#e8590c", ["en", "es"], "barrier", "card", "receipt"),
        new("kablo", "Kablo", "#0ca678", ["tr", "pt-PT", "en"], "outage", "bill", "moving-house"),
        new("pixelforge", "Pixelforge", "#9c36b5", ["en", "pl", "es", "pt-PT", "fr", "tr"], "purchase", "account", "bug"),
    ];

    /// <summary>Who is not named here never closes.</summary>
    public static readonly IReadOnlyList<Calendar> Calendars =
    [
        new("slumber-shop", "slumber", "Shop hours", "Europe/Warsaw", "07:00-23:00", "09:00-21:00"),
    ];
}

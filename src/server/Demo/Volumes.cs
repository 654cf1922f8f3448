namespace Centrala.Server.Demo;

/// <summary>How many customers write in each half hour of the day, by the hour of UTC.</summary>
static class Volumes
{
    /// <summary>However quiet the hour: somebody writes at least this often, so that a newcomer sees life.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(40);

    /// <summary>Times the curves: a floor of forty with a dozen chats at once at noon.</summary>
    const int Busyness = 3;

    /// <summary>Chats in each of the 48 half hours from midnight, in proportion, by the widget that they come from.</summary>
    static readonly IReadOnlyDictionary<string, int[]> byWidget = new Dictionary<string, int[]>
    {
        ["slumber-shop"] = Curve(0, 0, 0, 1, 4, 9, 14, 17, 15, 12, 13, 15, 16, 14, 15, 19, 24, 28, 30, 26, 14, 4, 0, 0),
        ["slumber-orders"] = Curve(0, 0, 0, 1, 6, 12, 14, 12, 10, 9, 9, 8, 8, 8, 9, 11, 12, 11, 9, 6, 3, 1, 0, 0),
        ["gateway-help"] = Curve(3, 2, 2, 3, 8, 16, 26, 28, 18, 12, 11, 12, 13, 14, 18, 26, 30, 26, 16, 11, 9, 7, 5, 4),
        ["kablo-help"] = Curve(3, 2, 1, 2, 4, 8, 12, 14, 14, 12, 12, 13, 14, 14, 16, 19, 24, 28, 30, 28, 22, 14, 8, 5),
        ["kablo-billing"] = Curve(0, 0, 0, 0, 2, 6, 11, 14, 13, 11, 9, 9, 10, 9, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
        ["pixelforge-players"] = Curve(8, 6, 5, 4, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 22, 26, 28, 30, 32, 34, 32, 26, 18, 12),
    };

    /// <returns>Customers per second at this instant, all widgets together.</returns>
    public static double PerSecond(DateTimeOffset at) => byWidget.Keys.Sum(widget => PerSecond(widget, at));

    /// <returns>Customers per second who write into this widget at this instant.</returns>
    public static double PerSecond(string widget, DateTimeOffset at) =>
        byWidget[widget][at.UtcDateTime.Hour * 2 + at.UtcDateTime.Minute / 30] * Busyness / 1800.0;

    /// <summary>A widget, as likely as its share of the customers at this instant.</summary>
    public static string AnyWidget(DateTimeOffset at)
    {
        var place = Random.Shared.NextDouble() * PerSecond(at);
        foreach (var widget in byWidget.Keys)
            if ((place -= PerSecond(widget, at)) < 0) return widget;
        return byWidget.Keys.First(widget => PerSecond(widget, at) > 0);
    }

    public static bool IsOpen(string widget, DateTimeOffset at) => PerSecond(widget, at) > 0;

    /// <param name="hours">24 values, one an hour; the half hours between lie between.</param>
    static int[] Curve(params int[] hours) =>
        [.. Enumerable.Range(0, 48).Select(half => half % 2 == 0
            ? hours[half / 2]
            : (hours[half / 2] + hours[(half / 2 + 1) % 24] + 1) / 2)];
}

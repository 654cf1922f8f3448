using System.Globalization;
using System.Text;

namespace Centrala.Bench.Routing;

/// <summary>Curves of cost by size as a picture, both axes in powers of ten. It is read on light and on dark paper.</summary>
sealed class CostChart(string title)
{
    const int Width = 640, Height = 400;
    const int Left = 60, Right = 150, Top = 40, Bottom = 40;
    static readonly string[] Colours = ["#2b8a3e", "#1971c2", "#e8590c", "#9c36b5"];

    readonly List<(string Name, (double Size, double Cost)[] Points)> curves = [];
    readonly StringBuilder svg = new();

    public void Add(string name, (double Size, double Cost)[] points) => curves.Add((name, points));

    /// <returns>The file's path, in <c>artifacts/bench</c>.</returns>
    public string Write(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "../../../bench")).FullName;
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, Draw());
        return file;
    }

    string Draw()
    {
        svg.Clear();
        Line($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {Width} {Height}'");
        Line($"  font-family='sans-serif' font-size='12'>");
        Line($"<rect width='{Width}' height='{Height}' fill='#ffffff'/>");
        Text(Left, 22, title, "font-size='14'");
        for (var power = FirstSize; power <= LastSize; power++) Tick(power);
        for (var power = FirstCost; power <= LastCost; power++) Level(power);
        foreach (var ((name, points), colour) in curves.Zip(Colours)) Draw(name, points, colour);
        Line($"</svg>");
        return svg.ToString();
    }

    void Draw(string name, (double Size, double Cost)[] points, string colour)
    {
        var places = points.Select(point => (X: X(point.Size), Y: Y(point.Cost))).ToArray();
        Line($"<polyline fill='none' stroke='{colour}' stroke-width='2' points='");
        foreach (var (x, y) in places) Line($"  {x:F1},{y:F1}");
        Line($"'/>");
        foreach (var (x, y) in places) Line($"<circle cx='{x:F1}' cy='{y:F1}' r='3' fill='{colour}'/>");
        Text(places[^1].X + 8, places[^1].Y + 4, name, $"fill='{colour}'");
    }

    void Tick(int power)
    {
        var x = X(Math.Pow(10, power));
        Line($"<line x1='{x:F1}' x2='{x:F1}' y1='{Top}' y2='{Height - Bottom}' stroke='#dee2e6'/>");
        Text(x, Height - Bottom + 18, Number(power), "text-anchor='middle'");
    }

    void Level(int power)
    {
        var y = Y(Math.Pow(10, power));
        Line($"<line x1='{Left}' x2='{Width - Right}' y1='{y:F1}' y2='{y:F1}' stroke='#dee2e6'/>");
        Text(Left - 6, y + 4, Number(power), "text-anchor='end'");
    }

    int FirstSize => Floor(Points.Min(point => point.Size));
    int LastSize => Ceiling(Points.Max(point => point.Size));
    int FirstCost => Floor(Points.Min(point => point.Cost));
    int LastCost => Ceiling(Points.Max(point => point.Cost));
    IEnumerable<(double Size, double Cost)> Points => curves.SelectMany(curve => curve.Points);

    static string Number(int power) => Math.Pow(10, power).ToString("N0", CultureInfo.InvariantCulture);

    static int Floor(double value) => (int)Math.Floor(Math.Log10(value));

    static int Ceiling(double value) => (int)Math.Ceiling(Math.Log10(value));

    double X(double size) => Left + (Math.Log10(size) - FirstSize) / (LastSize - FirstSize) * (Width - Left - Right);

    double Y(double cost) =>
        Height - Bottom - (Math.Log10(cost) - FirstCost) / (LastCost - FirstCost) * (Height - Top - Bottom);

    void Text(double x, double y, string text, string attributes) =>
        Line($"<text x='{x:F1}' y='{y:F1}' {attributes}>{text}</text>");

    void Line(FormattableString line) => svg.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}

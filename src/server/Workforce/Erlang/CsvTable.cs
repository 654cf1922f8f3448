using System.Globalization;
using System.Text;
using Centrala.Core.Workforce;

namespace Centrala.Server.Workforce.Erlang;

/// <summary>Rows of a CSV file by their columns' names; cells may be quoted, a quote in them doubled.</summary>
static class CsvTable
{
    /// <summary>One row; its cells are read with what is expected there.</summary>
    public sealed class Row(int line, Dictionary<string, string> cells)
    {
        public string Id => Text("id") is { Length: > 0 } id ? id : line.ToString(CultureInfo.InvariantCulture);

        public string? Text(string column) => cells.GetValueOrDefault(column);

        /// <returns>Null when the cell is empty, or there is no such column.</returns>
        public double? Number(string column, double most = double.MaxValue) => Text(column) switch
        {
            null or "" => null,
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= 0 && number <= most => number,
            var text => throw Expected(column, $"a number from 0 to {most:R}", text),
        };

        public double Needed(string column, double most = double.MaxValue) =>
            Number(column, most) ?? throw Expected(column, "a number", "nothing");

        public int Whole(string column) => Needed(column, int.MaxValue) is var number && number == Math.Floor(number)
            ? (int)number
            : throw Expected(column, "a whole number", Text(column)!);

        public UnreadableInputException Expected(string column, string what, string found) =>
            new(line, string.Create(CultureInfo.InvariantCulture, $"{column}: {what} was expected, not “{found}”."));
    }

    /// <exception cref="UnreadableInputException">A row has more or fewer cells than the first.</exception>
    public static IReadOnlyList<Row> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var names = Cells(lines[0]);
        var rows = new List<Row>();
        for (var line = 1; line < lines.Length; line++)
        {
            if (lines[line].Length == 0) continue;
            var cells = Cells(lines[line]);
            if (cells.Count != names.Count)
            {
                throw new UnreadableInputException(line + 1, $"{names.Count} cells were expected, not {cells.Count}.");
            }
            rows.Add(new(line + 1, names.Zip(cells).DistinctBy(pair => pair.First).ToDictionary()));
        }

        return rows;
    }

    /// <summary>Numbers as short as they can be read back exactly.</summary>
    public static string Cell(double? number) => number switch
    {
        null => "",
        double.PositiveInfinity => "inf",
        { } value => value.ToString("R", CultureInfo.InvariantCulture),
    };

    static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && isQuoted && at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[at++]);
            else if (line[at] == '"') isQuoted = !isQuoted;
            else if (line[at] != ',' || isQuoted) cell.Append(line[at]);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}

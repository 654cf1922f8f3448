using System.Text.RegularExpressions;
using Xunit;

namespace Centrala.Architecture.Tests;

/// <summary>What a reader may rely on in every source file.</summary>
public partial class The_style
{
    /// <summary>Aim for 120; beyond this nobody reads to the end.</summary>
    const int LineMax = 160;
    const int FileLinesMax = 400;

    static IEnumerable<string> Sources { get; } =
    [
        .. new[] { "src", "test", "bench" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Tree.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".ts" or ".tsx" or ".sql")
            .Where(file => !NotOurs().IsMatch(Path.GetRelativePath(Tree.Root, file))),
    ];

    [Fact]
    public void Keeps_lines_on_a_screen() => Nothing.In(
        from file in Sources
        where !file.Contains("/words/", StringComparison.Ordinal)
        from line in File.ReadLines(file).Select((text, index) => (text, index))
        where line.text.Length > LineMax
        select $"{Path.GetRelativePath(Tree.Root, file)}:{line.index + 1}");

    [Fact]
    public void Keeps_files_to_one_subject() => Nothing.In(Sources.Where(file => File.ReadLines(file).Count() > FileLinesMax));

    [Fact]
    public void Names_things_for_what_they_do() => Nothing.In(
        Sources.Where(file => SaysLittle().IsMatch(Path.GetFileNameWithoutExtension(file))));

    [Fact]
    public void Leaves_nothing_for_later() => Nothing.In(
        Sources.Where(file => !file.EndsWith("The_style.cs", StringComparison.Ordinal))
            .Where(file => Later().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void Fits_the_root_on_a_screen() => Assert.True(
        Directory.EnumerateFileSystemEntries(Tree.Root).Count(entry => !Untracked().IsMatch(Path.GetFileName(entry))) <= 24);

    [GeneratedRegex(@"(^|/)(node_modules|bin|obj|artifacts)/|shared/api\.ts$")]
    private static partial Regex NotOurs();

    [GeneratedRegex("(Manager|Helper|Utils?|Processor|Impl|Base)$")]
    private static partial Regex SaysLittle();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException|Skip\s*=\s*""|#region|\b(it|test|describe)\.skip\(")]
    private static partial Regex Later();

    [GeneratedRegex("^(artifacts|data|\\.git|node_modules|\\.vs|\\.idea)$")]
    private static partial Regex Untracked();
}

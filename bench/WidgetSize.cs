using System.IO.Compression;

namespace Centrala.Bench;

/// <summary>What a page's visitor downloads for the chat: the one file, as a server sends it. Build the web first.</summary>
static class WidgetSize
{
    const double BytesPerKilobyte = 1024;

    public static Task Measure(Report report)
    {
        var file = Find(AppContext.BaseDirectory);
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        report.Figure("web.widget_gzip_kb", compressed.Length / BytesPerKilobyte, "KB", atMost: 30);
        return Task.CompletedTask;
    }

    /// <exception cref="FileNotFoundException">The web was not built: <c>./centrala build</c>.</exception>
    static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "web", "widget", "loader.js");
            if (File.Exists(file)) return file;
        }
        throw new FileNotFoundException("There is no built widget: ./centrala build makes it.");
    }
}

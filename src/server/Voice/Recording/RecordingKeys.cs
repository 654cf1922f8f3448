using System.Security.Cryptography;

namespace Centrala.Server.Voice.Recording;

/// <summary>
/// The keys that recordings are sealed with: a file that only the program's user can read, one numbered key a line, the newest
/// last. A recording names its key, so a new one may come at any time; a recording whose line is taken out is lost for good.
/// </summary>
static class RecordingKeys
{
    public const string FileName = "recordings.keys";
    public const int KeyBytes = 32;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What a new recording is sealed with; the first one makes it.</summary>
    public static (int Number, byte[] Key) Newest(string dataFolder)
    {
        var keys = Read(dataFolder);
        return keys.Count > 0 ? keys[^1] : (Add(dataFolder, keys), Read(dataFolder)[^1].Key);
    }

    /// <returns>Null when the file does not hold it.</returns>
    public static byte[]? Of(string dataFolder, int number) => Read(dataFolder).Find(one => one.Number == number).Key;

    /// <summary>Adds a key: from the next one on recordings are sealed with it.</summary>
    /// <returns>Its number.</returns>
    public static int Rotate(string dataFolder) => Add(dataFolder, Read(dataFolder));

    /// <exception cref="InvalidDataException">A line is no key. Nothing is replaced: what was sealed with it would be lost.</exception>
    static List<(int Number, byte[] Key)> Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        return File.Exists(path) ? [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => Parse(path, line))] : [];
    }

    static (int Number, byte[] Key) Parse(string path, string line)
    {
        var key = new byte[KeyBytes];
        return line.Split(' ') is [var number, var text] && int.TryParse(number, out var parsed)
            && Convert.TryFromBase64String(text, key, out var bytes) && bytes == KeyBytes
                ? (parsed, key) : throw new InvalidDataException($"{path} holds a line that is no key; restore it.");
    }

    static int Add(string dataFolder, List<(int Number, byte[] Key)> keys)
    {
        var added = (Number: keys.Count == 0 ? 1 : keys[^1].Number + 1, Key: RandomNumberGenerator.GetBytes(KeyBytes));
        var path = Path.Combine(dataFolder, FileName);
        var draft = $"{path}.{Guid.NewGuid():n}";
        // Written aside and moved, so that a crash leaves either the old keys or all of them.
        using (var file = new StreamWriter(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            foreach (var (number, key) in keys.Append(added)) file.WriteLine($"{number} {Convert.ToBase64String(key)}");
            file.Flush();
            ((FileStream)file.BaseStream).Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        return added.Number;
    }
}

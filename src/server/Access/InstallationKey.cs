using System.Security.Cryptography;
using System.Text;

namespace Centrala.Server.Access;

/// <summary>
/// The key of this installation: 32 random bytes in a file that only the program's user can read, outside the
/// database, so that a copy of the database alone opens no secret. Keys for single purposes are derived from it
/// (HKDF-SHA-256). Nodes that share a database share the file.
/// </summary>
sealed class InstallationKey
{
    public const string FileName = "installation.key";
    public const int KeyBytes = 32;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly byte[] key;

    InstallationKey(byte[] key) => this.key = key;

    /// <summary>Reads the key of a data folder; the first start makes it.</summary>
    /// <exception cref="InvalidDataException">The file is there but is not a key. It is not replaced: what was
    /// sealed with the former key would be lost for good.</exception>
    public static InstallationKey Of(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path)) Make(path);
        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes
            ? new(key)
            : throw new InvalidDataException($"{path} holds {key.Length} bytes instead of {KeyBytes}; restore it.");
    }

    /// <summary>A key for one purpose; the same at every start, of no use for guessing another's.</summary>
    public byte[] For(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    static void Make(string path)
    {
        // Written aside and moved, so that a crash leaves no half key. Two nodes that start at once on a shared
        // folder: the move does not overwrite, and both read what the first one left.
        var draft = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }
        try { File.Move(draft, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(draft); }
    }
}

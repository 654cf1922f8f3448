using System.Net.Sockets;
using Centrala.Server.Database;

namespace Centrala.Server.Voice.Link;

/// <summary>Where the telephone is found: a Unix socket in a folder that only the program's user can enter.</summary>
static class LinkSocket
{
    const string FolderName = "voice", FileName = "voice.socket";

    /// <summary>The telephone's own files.</summary>
    public static string Folder(string dataFolder)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), FolderName);
        Directory.CreateDirectory(folder, PostgresFolder.OnlyOwner);
        return folder;
    }

    /// <summary>Takes the place of a telephone that is gone.</summary>
    public static Socket Listen(string dataFolder)
    {
        var path = FileOf(dataFolder);
        File.Delete(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        socket.Listen();
        return socket;
    }

    /// <returns>Null when no telephone is there.</returns>
    public static async Task<Stream?> Connect(string dataFolder, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(FileOf(dataFolder)), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>A socket's path is short: below a long one the folder is in /tmp, the owner's alone too.</summary>
    static string FileOf(string dataFolder)
    {
        var folder = PostgresFolder.SocketFolder(Folder(dataFolder));
        Directory.CreateDirectory(folder, PostgresFolder.OnlyOwner);
        // Fails where the folder is somebody else's.
        File.SetUnixFileMode(folder, PostgresFolder.OnlyOwner);
        return Path.Combine(folder, FileName);
    }
}

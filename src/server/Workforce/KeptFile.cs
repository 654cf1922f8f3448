namespace Centrala.Server.Workforce;

/// <summary>A result on disk: always a whole one, whatever ends the program.</summary>
static class KeptFile
{
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path + ".new", text);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentsException($"--out {path} cannot be written: {refused.Message}");
        }
    }
}

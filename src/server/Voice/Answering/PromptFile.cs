using System.Security.Cryptography;
using Centrala.Server.Database;

namespace Centrala.Server.Voice.Answering;

/// <summary>Partners' own words as files, for the telephone reads no database. What is in the database is put there again when it is missing.</summary>
static class PromptFile
{
    const int DigestBytes = 16;

    public static string DigestOf(byte[] sound) => Convert.ToHexStringLower(SHA256.HashData(sound).AsSpan(0, DigestBytes));

    public static async Task<IReadOnlyList<OwnPrompt>> ReadAll(Work work, string dataFolder)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "prompts");
        var rows = await work.Query<Row>("select partner_id, language, name, digest from prompt");
        foreach (var row in rows)
        {
            if (File.Exists(PathOf(folder, row.Digest))) continue;
            var sound = await work.Single<byte[]?>(
                "select sound from prompt where partner_id = @PartnerId and language = @Language and name = @Name", row);
            if (sound is not null) await Write(folder, row.Digest, sound);
        }
        return [.. rows.Select(row => new OwnPrompt(row.PartnerId, row.Language, row.Name, PathOf(folder, row.Digest)))];
    }

    static async Task Write(string folder, string digest, byte[] sound)
    {
        Directory.CreateDirectory(folder, PostgresFolder.OnlyOwner);
        var unfinished = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(unfinished, sound);
        File.Move(unfinished, PathOf(folder, digest), overwrite: true);
    }

    static string PathOf(string folder, string digest) => Path.Combine(folder, digest + ".wav");

    sealed record Row(Guid PartnerId, string Language, string Name, string Digest);
}

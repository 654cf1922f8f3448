using System.Security.Cryptography;
using Centrala.Server.Access;

namespace Centrala.Server.Tests.Access;

public sealed class A_sealed_secret
{
    readonly Guid owner = Guid.CreateVersion7();
    readonly SealedSecret box = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Opens_for_its_owner() => Assert.Equal([1, 2, 3], box.Open(box.Seal([1, 2, 3], owner), owner));

    [Fact]
    public void Does_not_open_in_another_persons_row() =>
        Assert.ThrowsAny<CryptographicException>(() => box.Open(box.Seal([1, 2, 3], owner), Guid.CreateVersion7()));

    [Fact]
    public void Does_not_open_when_a_single_bit_was_changed()
    {
        var bytes = box.Seal([1, 2, 3], owner);
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => box.Open(changed, owner));
        }
    }

    [Fact]
    public void Never_looks_the_same_twice() => Assert.NotEqual(box.Seal([1, 2, 3], owner), box.Seal([1, 2, 3], owner));
}

public sealed class The_installations_key : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("centrala-key-").FullName;

    string File => Path.Combine(folder, InstallationKey.FileName);

    [Fact]
    public void Is_the_same_at_every_start_and_readable_by_its_owner_only()
    {
        var first = InstallationKey.Of(folder).For("a");
        Assert.Equal(first, InstallationKey.Of(folder).For("a"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void Gives_each_purpose_a_key_of_its_own() =>
        Assert.NotEqual(InstallationKey.Of(folder).For("a"), InstallationKey.Of(folder).For("b"));

    [Fact]
    public void Is_not_replaced_when_it_is_damaged()
    {
        System.IO.File.WriteAllBytes(File, [1, 2, 3]);
        Assert.Throws<InvalidDataException>(() => InstallationKey.Of(folder));
        Assert.Equal([1, 2, 3], System.IO.File.ReadAllBytes(File));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

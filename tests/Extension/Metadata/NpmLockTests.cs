using System.Text;
using Hotfix.Domain;
using Hotfix.Extension;
using Hotfix.Extension.Metadata;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Extension.Metadata;

public sealed class NpmLockTests
{
    [Fact]
    public void Every_package_is_read_once_with_its_digest()
    {
        var digest = new byte[64];
        var file = $$"""
            {"lockfileVersion":3,"packages":{
              "":{"name":"x","version":"1.0.0"},
              "node_modules/b":{"version":"2.0.0","integrity":"sha1-x sha512-{{Convert.ToBase64String(digest)}}","license":"MIT","dev":true},
              "node_modules/@s/a":{"version":"1.0.0","integrity":"sha512-short"},
              "node_modules/b/node_modules/@s/a":{"version":"1.0.0","integrity":"sha512-short"},
              "node_modules/w":{"link":true,"resolved":"w"},
              "packages/w":{"version":"1.0.0"} } }
            """;

        Values<Dependency> expected = [new("@s/a", "1.0.0", null, null, false), new("b", "2.0.0", new string('0', 128), "MIT", true)];
        Assert.Equal(expected, NpmLock.Read(Encoding.UTF8.GetBytes(file), "package-lock.json"));
    }

    [Fact]
    public void A_package_in_several_places_is_one_and_ships_if_one_of_them_does()
    {
        const string File = """
            {"lockfileVersion":3,"packages":{
              "node_modules/a":{"version":"1.0.0","dev":true},
              "node_modules/b/node_modules/a":{"version":"1.0.0","license":"MIT"},
              "node_modules/c/node_modules/a":{"version":"2.0.0","dev":true},
              "node_modules/d/node_modules/a":{"version":"2.0.0","dev":true,"license":"MIT"} } }
            """;

        Values<Dependency> expected = [new("a", "1.0.0", null, "MIT", false), new("a", "2.0.0", null, "MIT", true)];
        Assert.Equal(expected, NpmLock.Read(Encoding.UTF8.GetBytes(File), "package-lock.json"));
    }

    [Fact]
    public void Our_own_lock_file_is_read() =>
        Assert.Contains(NpmLock.Read(File.ReadAllBytes(Repo.File("tests", "package-lock.json")), "package-lock.json"), dependency => dependency is { Name: "crx3", Version: "1.1.3", Sha512: not null });

    [Theory]
    [InlineData("{\"lockfileVersion\":1,\"dependencies\":{}}", "'l' is no package-lock.json of version 2 or 3: `npm install` with npm 7 or later writes one.")]
    [InlineData("{\n", "'l', line 2: the file is no JSON here.")]
    public void Another_file_is_told(string file, string sentence) => Assert.Equal(sentence, Assert.Throws<ExtensionException>(() => NpmLock.Read(Encoding.UTF8.GetBytes(file), "l")).Message);
}

using FsCheck;
using FsCheck.Fluent;
using Hotfix.Profiles;
using Hotfix.Releases;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Releases;

/// <summary>Whatever a file holds: it changes in its version alone, or not at all and with a sentence.</summary>
public sealed class VersionFilesProperties
{
    private static readonly string[] Parts =
    [
        "{", "}", "[", "]", "[[", "]]", "\"", "'", "\"\"\"", ":", ",", "=", "#", "//", "\\", "\n", "\r\n", " ", "\uFEFF", "\0", "é", "🚀", "\uD83D",
        "version", "\"version\":", "\"1.0.0\"", "version = \"1.0.0\"", "[package]", "[[package]]", "name = \"a\"", "\"packages\":{\"\":{",
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "<?", "<Project>", "<PropertyGroup>", "<Version>", "</Version>", "1.0.0",
    ];

    private static readonly Gen<(string Path, string Text)> Any =
        from path in Gen.Elements("package.json", "package-lock.json", "manifest.json", "Cargo.toml", "Cargo.lock", "a.csproj", "VERSION")
        from parts in Gen.ListOf(Gen.Elements(Parts))
        select (path, string.Concat(parts));

    [Fact]
    public void Nothing_throws_and_nothing_is_changed_by_half() => Properties.Hold(Any, any =>
    {
        var texts = new Dictionary<string, string> { [any.Path] = any.Text };
        texts.TryAdd("Cargo.toml", "[package]\nname = \"a\"");
        var rules = ProfileReader.BuiltIn("cli").Branches with { VersionFiles = [new(any.Path, any.Path == "VERSION" ? "(?<version>[0-9.]+)" : null, false)] };

        return VersionFiles.Edit(rules, texts, "7.7.7", "7.7.7.1") switch
        {
            { Missed.Count: > 0, Files.Count: 0 } => true,
            { Missed.Count: 0, Files: [var file] } => file.Text.Contains("7.7.7", StringComparison.Ordinal) && VersionFiles.Edit(rules, new Dictionary<string, string>(texts) { [any.Path] = file.Text }, "7.7.7", "7.7.7.1") == new FilesEdited([], []),
            _ => false,
        };
    });
}

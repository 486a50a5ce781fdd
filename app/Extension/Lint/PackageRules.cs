using System.Text.Unicode;
using Hotfix.Extension.Lint.Source;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Lint;

/// <summary>What should not be in a package, by the names and sizes of its files.</summary>
internal static class PackageRules
{
    private const long LargePackage = 100 << 20;
    private const long LargeFile = 10 << 20;

    private static readonly (LintRule Rule, Glob[] Globs, string Message)[] Unwanted =
    [
        (Rules.KeyFile, Globs("*.pem", "*.key", "*.p12", "*.pfx", "*.jks", ".env", ".env.*", ".npmrc", ".netrc", "id_rsa", "id_ed25519"), "This file holds keys or passwords, and everybody who installs the extension gets it."),
        (Rules.SourceMap, Globs("*.map"), "A source map shows the source to everybody; keep it for yourselves, to read crashes with."),
        (Rules.TestFile, Globs("test/**", "tests/**", "**/__tests__/**", "**/__mocks__/**", "spec/**", "coverage/**", "cypress/**", "*.test.?s", "*.spec.?s", "*.test.mjs", "*.spec.mjs"), "A test does not belong into the package."),
        (Rules.DevelopmentFile, Globs(
            "node_modules/**", ".*", ".*/**", "__MACOSX/**", "Thumbs.db", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "package.json", "tsconfig.json", "tsconfig.*.json", "webpack.config.*", "vite.config.*", "rollup.config.*",
            "*.ts", "*.tsx", "*.jsx", "*.crx", "*.zip", "*.xpi", "*.swp", "*~"), "Only development needs this file."),
    ];

    public static IEnumerable<LintFinding> Check(ExtensionPackage package)
    {
        if (package.Bytes > LargePackage)
        {
            yield return Rules.PackageSize.At(Manifest.FileName, null, $"The package has {package.Bytes:#,0} bytes unpacked; above {LargePackage:#,0} updates are slow for its users.");
        }

        foreach (var top in package.Files.Select(file => file.Path.Split('/')[0]).Where(top => top.StartsWith('_') && top is not ("_locales" or "_platform_specific")).Distinct())
        {
            yield return Rules.ReservedName.At(top, null, "Names at the root that begin with an underscore are Chrome's own: it refuses the extension. Give it another.");
        }

        foreach (var finding in package.Files.SelectMany(File))
        {
            yield return finding;
        }
    }

    private static IEnumerable<LintFinding> File(PackageFile file)
    {
        if (Unwanted.FirstOrDefault(unwanted => Array.Exists(unwanted.Globs, glob => glob.Matches(file.Path))) is { Rule: { } rule } found)
        {
            yield return rule.At(file.Path, null, found.Message);
        }

        if (file.Bytes.Length > LargeFile)
        {
            var unread = Script.IsOne(file.Path) && file.Bytes.Length > Script.MaxBytes ? " It is too large to be looked into." : "";
            yield return Rules.FileSize.At(file.Path, null, $"The file has {file.Bytes.Length:#,0} bytes.{unread}");
        }

        var isCode = Script.IsOne(file.Path);

        if ((isCode || System.IO.Path.GetExtension(file.Path).ToUpperInvariant() is ".HTML" or ".HTM" or ".CSS" or ".JSON") && !Utf8.IsValid(file.Bytes.Span))
        {
            yield return Rules.NotUtf8.At(file.Path, JsonFileReader.FirstWrongLine(file.Bytes.Span), "The file is not UTF-8, and Chrome refuses such files: save it as UTF-8.");
        }
        else if (isCode && file.Bytes.Length <= Script.MaxBytes && file.Bytes.Span.IndexOf("sourceMappingURL=data:"u8) is >= 0 and var map)
        {
            yield return Rules.SourceMap.At(file.Path, file.Bytes.Span[..map].Count((byte)'\n') + 1, "The script carries its source map inside; keep it for yourselves, to read crashes with.");
        }
    }

    private static Glob[] Globs(params string[] patterns) => [.. patterns.Select(pattern => new Glob(pattern))];
}

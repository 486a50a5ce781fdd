namespace Hotfix.Extension;

/// <summary>
/// Which files of a folder do not belong into the package. Shape: the lines of a <c>.hotfixignore</c> beside <c>manifest.json</c>, as in <c>.gitignore</c>: the last line that matches decides,
/// <c>!</c> takes a file back in, <c>#</c> is a comment, a trailing slash means folders. What every package does without comes first, so that a line can take it back.
/// </summary>
internal sealed class IgnoreRules
{
    public const string FileName = ".hotfixignore";

    /// <summary>Left out unless a line says otherwise: hidden files, what holds secrets, other packages, and what editors and systems leave behind.</summary>
    public static IReadOnlyList<string> Defaults { get; } =
    [
        ".*", "node_modules/", "__MACOSX/", "*.pem", "*.key", "*.p12", "*.pfx", "*.zip", "*.crx", "*.xpi", "*.swp", "*~", "Thumbs.db", "desktop.ini",
    ];

    private readonly List<(Glob Pattern, bool Folder, bool Back)> rules;

    private IgnoreRules(IEnumerable<string> lines) => rules = [.. lines.Select(Rule)];

    public static IgnoreRules Parse(string text) => new([.. Defaults, .. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line is not ("" or ['#', ..]))]);

    /// <param name="folder">Whether the path is a folder; one that is left out is left out with all that is in it.</param>
    public bool LeaveOut(string path, bool folder)
    {
        for (var at = rules.Count - 1; at >= 0; at--)
        {
            var rule = rules[at];

            if ((folder || !rule.Folder) && rule.Pattern.Matches(path))
            {
                return !rule.Back;
            }
        }

        return false;
    }

    /// <summary>Whether a file is left out: by itself, or with a folder that it lies in.</summary>
    public bool LeaveOutFile(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (LeaveOut(path[..slash], folder: true))
            {
                return true;
            }
        }

        return LeaveOut(path, folder: false);
    }

    private static (Glob Pattern, bool Folder, bool Back) Rule(string line)
    {
        var back = line.StartsWith('!');
        var pattern = back ? line[1..] : line;

        return (new Glob(pattern), pattern.EndsWith('/'), back);
    }
}

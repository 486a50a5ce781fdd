using System.Text;

namespace Hotfix.Extension;

/// <summary>
/// Names that differ only in how their accents are written: as one character (NFC), or as a letter and a mark (NFD), which macOS takes for the same.
/// We run without Unicode's tables (InvariantGlobalization makes <c>Normalize</c> give back what it got), so every letter with marks counts as any composed one:
/// that refuses a rare pair too many, and only where one package writes accents both ways.
/// </summary>
internal static class Composition
{
    private const char Composed = '\u25a1';

    /// <exception cref="ExtensionException">Two are one, or could be.</exception>
    public static void CheckApart(IEnumerable<string> paths)
    {
        var all = paths.ToLookup(path => path.EnumerateRunes().Any(IsMark));

        if (!all.Contains(true))
        {
            return;
        }

        var composed = all[false].ToLookup(Shape, StringComparer.OrdinalIgnoreCase);

        foreach (var path in all[true])
        {
            if (composed[Shape(path)].FirstOrDefault() is { } other)
            {
                throw new ExtensionException($"The paths '{Shown.Of(other)}' and '{Shown.Of(path)}' differ only in how an accent is written: they may be one file on macOS. Write both in the same way (NFC).");
            }
        }
    }

    private static string Shape(string path)
    {
        var shape = new StringBuilder();

        foreach (var rune in path.EnumerateRunes())
        {
            if (!IsMark(rune))
            {
                shape.Append(rune.IsAscii ? (char)rune.Value : Composed);
            }
            else if (shape.Length > 0)
            {
                shape[^1] = Composed;
            }
        }

        return shape.ToString();
    }

    /// <summary>What decomposing makes: combining accents, the voicing of kana, the vowels and ends of Hangul syllables.</summary>
    private static bool IsMark(Rune rune) => rune.Value is (>= 0x300 and <= 0x36f) or 0x3099 or 0x309a or (>= 0x1160 and <= 0x11ff);
}

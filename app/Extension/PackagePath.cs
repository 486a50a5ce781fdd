using System.Buffers;
using System.Text;

namespace Hotfix.Extension;

/// <summary>
/// A path inside a package that every system can unpack to the same place: relative, forward slashes, no way out, no character or name that Windows, macOS or a terminal trips over.
/// </summary>
internal static class PackagePath
{
    private const int MaxBytes = 1024;
    private const int MaxSegmentBytes = 255;
    private static readonly SearchValues<char> NotOnWindows = SearchValues.Create("<>:\"|?*");

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the path must not be in a package, as the end of a sentence; null when it may.</summary>
    public static string? Objection(string path) => path switch
    {
        "" => "is empty",
        ['/', ..] or [_, ':', ..] => "is an absolute path",
        _ when path.Contains('\\', StringComparison.Ordinal) => "has a backslash: paths in a package have forward slashes",
        _ when path.EnumerateRunes().Any(rune => Shown.IsHidden(rune) || rune == Rune.ReplacementChar) => "has a character that cannot be seen or is not UTF-8",
        _ when path.AsSpan().IndexOfAny(NotOnWindows) >= 0 => "has one of the characters < > : \" | ? *, which Windows cannot store",
        _ when Encoding.UTF8.GetByteCount(path) > MaxBytes => $"is longer than {MaxBytes} bytes",
        _ => path.Split('/').Select(SegmentObjection).FirstOrDefault(objection => objection is not null),
    };

    public static void Check(string path)
    {
        if (Objection(path) is { } objection)
        {
            throw new ExtensionException($"The path '{Shown.Of(path)}' {objection}.");
        }
    }

    /// <summary>Refuses paths that are one place on a system that does not tell upper from lower case, and a file where another needs a folder.</summary>
    public static void CheckApart(IEnumerable<string> paths)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        foreach (var path in paths)
        {
            if (!files.TryAdd(path, path))
            {
                throw new ExtensionException(files[path] == path
                    ? $"The path '{Shown.Of(path)}' occurs twice."
                    : $"The paths '{Shown.Of(files[path])}' and '{Shown.Of(path)}' differ only in case: they are one file on Windows and macOS.");
            }

            for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
            {
                var folder = path[..slash];

                if (!folders.TryAdd(folder, folder) && folders[folder] != folder)
                {
                    throw new ExtensionException($"The folders '{Shown.Of(folders[folder])}' and '{Shown.Of(folder)}' differ only in case: they are one folder on Windows and macOS.");
                }
            }
        }

        Composition.CheckApart(files.Values.Concat(folders.Values));

        foreach (var path in files.Values)
        {
            for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
            {
                if (files.TryGetValue(path[..slash], out var file))
                {
                    throw new ExtensionException($"'{Shown.Of(file)}' is a file, and '{Shown.Of(path)}' needs a folder of that name.");
                }
            }
        }
    }

    private static string? SegmentObjection(string segment) => segment switch
    {
        "" => "has an empty part",
        "." or ".." => $"has the part '{segment}', which leads elsewhere",
        [.., '.' or ' '] => "has a part that ends with a dot or a space, which Windows cannot store",
        _ when Encoding.UTF8.GetByteCount(segment) > MaxSegmentBytes => $"has a part longer than {MaxSegmentBytes} bytes",
        _ when Devices.Contains(segment.Split('.')[0]) => $"has the part '{segment}', which is the name of a device on Windows",
        _ => null,
    };
}

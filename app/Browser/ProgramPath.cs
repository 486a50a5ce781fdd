namespace Hotfix.Browser;

/// <summary>Where a program is, as a shell finds it.</summary>
internal static class ProgramPath
{
    /// <param name="program">A name is looked for in PATH; anything with a slash is where it is.</param>
    /// <param name="environment">Reads a variable; null or empty where it is not set.</param>
    /// <returns>Null where there is none.</returns>
    public static string? Find(string program, Func<string, string?> environment)
    {
        var candidates = program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? [Path.GetFullPath(program)]
            : (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program));

        return candidates.FirstOrDefault(File.Exists);
    }
}

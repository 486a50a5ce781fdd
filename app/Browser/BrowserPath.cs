using Hotfix.Extension;

namespace Hotfix.Browser;

/// <summary>Where the browser is: as somebody said, else by CHROME_PATH or CHROMIUM_PATH, else by its usual names. Chromium comes first: Google's own Chrome has dropped ways to load what is not from its store before.</summary>
internal static class BrowserPath
{
    private static readonly string[] Variables = ["CHROME_PATH", "CHROMIUM_PATH"];
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
    private static readonly string[] Applications = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    /// <param name="environment">Reads a variable; null or empty where it is not set.</param>
    /// <exception cref="ExtensionException">There is none.</exception>
    public static string Find(string? said, Func<string, string?> environment)
    {
        var named = said is not null ? ("--chromium", said) : Variables.Select(variable => (variable, environment(variable) ?? "")).FirstOrDefault(pair => pair.Item2 is not "");

        if (named is (not null, not null))
        {
            return ProgramPath.Find(named.Item2, environment) ?? throw new ExtensionException($"There is no program '{named.Item2}', which {named.Item1} says is the browser.");
        }

        return Names.Select(name => ProgramPath.Find(name, environment)).Concat(Applications).FirstOrDefault(File.Exists)
            ?? throw new ExtensionException("No Chromium was found: install chromium or google-chrome, or say where it is by --chromium <path> or CHROME_PATH.");
    }
}

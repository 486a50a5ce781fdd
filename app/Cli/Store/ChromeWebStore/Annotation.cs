namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary>A line that GitHub shows on the run. Source: GitHub Actions, "Workflow commands": in a message, %, CR and LF are escaped.</summary>
internal static class Annotation
{
    /// <param name="level">error or warning.</param>
    public static string Of(string level, string message) => $"::{level} title=Chrome Web Store::"
        + message.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}

using Hotfix.Cli.Extension;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary>A line that GitHub shows on the run.</summary>
internal static class Annotation
{
    /// <param name="level">error or warning.</param>
    public static string Of(string level, string message) => WorkflowCommand.Of(level, message, ("title", "Chrome Web Store"));
}

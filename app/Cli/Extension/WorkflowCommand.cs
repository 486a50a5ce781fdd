namespace Hotfix.Cli.Extension;

/// <summary>Annotations as GitHub's runner reads them from a line of output (docs.github.com, "Workflow commands for GitHub Actions").</summary>
internal static class WorkflowCommand
{
    /// <param name="level"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="properties">Like <c>file</c>, <c>line</c>, <c>title</c>.</param>
    public static string Of(string level, string message, params ReadOnlySpan<(string Name, string Value)> properties)
    {
        var listed = new List<string>();

        foreach (var (name, value) in properties)
        {
            listed.Add($"{name}={Property(value)}");
        }

        return $"::{level} {string.Join(',', listed)}::{Data(message)}";
    }

    /// <summary>A message as it may stand at the end of a command.</summary>
    public static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

namespace Hotfix.Extension.Smoke;

/// <summary>What an extension said in a browser, as it may stand in the output of a workflow: one line, nothing hidden, not too long, and no command to the runner (<c>::error::</c> at a line's begin, <c>##[error]</c> anywhere; docs.github.com, "Workflow commands").</summary>
internal static class SafeText
{
    private const int Characters = 300;

    public static string Of(string text) => Shown.UpTo(Characters, FirstLines(text))
        .Replace("::", ": :", StringComparison.Ordinal).Replace("::", ": :", StringComparison.Ordinal) // of ::: the first pass leaves one
        .Replace("##[", "# #[", StringComparison.Ordinal);

    /// <summary>An error's description goes on with its stack, which says nothing that the place does not.</summary>
    private static string FirstLines(string text)
    {
        var stack = text.IndexOf("\n    at ", StringComparison.Ordinal);

        return (stack < 0 ? text : text[..stack]).ReplaceLineEndings(" ").Trim();
    }
}

using Hotfix.Cli.Extension;

namespace Hotfix.Cli.Reporting;

/// <summary>How a step speaks to the runner that carries it out. Source: GitHub docs, "Workflow commands".</summary>
internal static class RunnerLog
{
    private static bool IsRunner => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";

    /// <summary>The runner shows the text nowhere from now on. Anybody else would print it, so it is said to a runner alone.</summary>
    public static void Mask(TextWriter output, string secret)
    {
        if (IsRunner)
        {
            output.WriteLine($"::add-mask::{secret}");
        }
    }

    /// <summary>On a runner a note on the run, elsewhere a line among the errors.</summary>
    public static Task ComplainAsync(bool isError, string sentence) => IsRunner
        ? Console.Out.WriteLineAsync($"::{(isError ? "error" : "warning")} title=Hotfix::{WorkflowCommand.Data(sentence)}")
        : Console.Error.WriteLineAsync(sentence);
}

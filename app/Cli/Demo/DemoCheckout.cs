using System.Diagnostics;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Runner;

namespace Hotfix.Cli.Demo;

/// <summary>What <c>actions/checkout</c> with <c>fetch-depth: 0</c> does before the Action's first step: git clones the repository from the sandbox. Errors: <see cref="InputException"/> with git's own words.</summary>
internal static class DemoCheckout
{
    public static async Task MakeAsync(SandboxRun run, RunnerJob job, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["clone", "--quiet", "--branch", run.Branch, run.Repository.CloneUrl, job.Workspace]) { RedirectStandardError = true };
        start.Environment.Clear();

        foreach (var (name, value) in job.Environment)
        {
            start.Environment[name] = value;
        }

        using var git = Process.Start(start)!;
        var error = await git.StandardError.ReadToEndAsync(cancellationToken);
        await git.WaitForExitAsync(cancellationToken);

        if (git.ExitCode != 0)
        {
            throw new InputException($"git could not check {run.Branch} out: {error.Trim()}");
        }
    }
}

using Hotfix.Sandbox;
using Hotfix.Sandbox.Runner;

namespace Hotfix.Cli.Demo;

/// <summary>Runs the hotfix workflow as GitHub does: the App hears that it is queued, runs and is over, and between that the Action's own steps are carried out, as they lie in the program.</summary>
/// <param name="action">The folder with action.yml.</param>
internal sealed class DemoWorkflow(SandboxRun run, RunnerJob job, DemoHook hook, string action)
{
    /// <param name="queued">What GitHub tells first.</param>
    /// <param name="ended">Hears of each step when it is over.</param>
    public async Task<RunnerResult> RunAsync(SandboxDelivery queued, IReadOnlyDictionary<string, string> inputs, Action<RanStep>? ended, CancellationToken cancellationToken)
    {
        await hook.TellAsync([queued, run.Begin()], cancellationToken);
        var result = await new ActionRunner(action, job.Options(job.Environment) with { Ended = ended }).RunAsync(inputs, cancellationToken);
        await hook.TellAsync(run.Finish(result.Succeeded ? "success" : "failure"), cancellationToken);

        return result;
    }
}

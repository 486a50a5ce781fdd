namespace Hotfix.Sandbox.Runner;

/// <summary>The machine and the job that an action runs in.</summary>
/// <param name="Workspace">The folder of the checkout.</param>
/// <param name="Temp"><c>RUNNER_TEMP</c>.</param>
/// <param name="Token">The job's token, <c>github.token</c>.</param>
/// <param name="Environment">All variables of the job: nothing of the surrounding program's own reaches a step.</param>
/// <param name="StandIns">Who plays the actions that steps use, by <c>owner/name</c>: from its inputs to its outputs, or null where it fails.</param>
internal sealed record RunnerOptions(
    string Workspace, string Temp, string Token, IReadOnlyDictionary<string, string> Environment, IReadOnlyDictionary<string, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>?>> StandIns)
{
    /// <summary>Hears each line of the log, masked.</summary>
    public Action<string>? Heard { get; init; }

    /// <summary>Hears of each step when it is over, before the next begins.</summary>
    public Action<RanStep>? Ended { get; init; }
}

/// <param name="Outcome"><c>success</c>, <c>failure</c> or <c>skipped</c>.</param>
/// <param name="Conclusion">The same, where a failure that is put up with counts as success.</param>
internal sealed record RanStep(string? Id, string Name, string Outcome, string Conclusion, IReadOnlyDictionary<string, string> Outputs);

/// <param name="Uses">As written in action.yml, with its commit.</param>
internal sealed record UsedAction(string Uses, IReadOnlyDictionary<string, string> With);

/// <param name="Summary">The Markdown of all steps.</param>
internal sealed record RunnerResult(
    bool Succeeded, IReadOnlyList<RanStep> Steps, IReadOnlyDictionary<string, string> Outputs, string Log, IReadOnlyList<string> Annotations, string Summary, IReadOnlyList<UsedAction> Used)
{
    public RanStep Step(string id) => Steps.Single(step => step.Id == id);
}

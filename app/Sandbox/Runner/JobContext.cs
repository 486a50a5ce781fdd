namespace Hotfix.Sandbox.Runner;

/// <summary>What expressions of an action can ask while it runs.</summary>
internal sealed class JobContext(ActionFile action, IReadOnlyDictionary<string, string> environment, string token, IReadOnlyList<RanStep> ran) : IExpressionContext
{
    /// <summary>With defaults; set once these are worked out.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; set; } = new Dictionary<string, string>();

    public bool HasFailed => ran.Any(step => step.Conclusion == "failure");

    public object? Find(string[] path) => path switch
    {
        ["inputs", var name] when action.Inputs.Any(input => input.Name == name) => Inputs.GetValueOrDefault(name, ""),
        ["github", "token"] => token,
        ["github", var name] when environment.TryGetValue($"GITHUB_{name.ToUpperInvariant()}", out var value) => value,
        ["runner", var name] when environment.TryGetValue($"RUNNER_{name.ToUpperInvariant()}", out var value) => value,
        ["job", "status"] => HasFailed ? "failure" : "success",
        ["steps", var id, .. var rest] when action.Steps.Any(step => step.Id == id) => OfStep(ran.FirstOrDefault(step => step.Id == id), rest, path),
        _ => throw Unknown(path),
    };

    public bool Status(string function) => function switch
    {
        "success" => !HasFailed,
        "failure" => HasFailed,
        "always" => true,
        _ => false,
    };

    private static string? OfStep(RanStep? step, string[] rest, string[] path) => rest switch
    {
        ["outcome"] => step?.Outcome,
        ["conclusion"] => step?.Conclusion,
        ["outputs", var name] => step?.Outputs.GetValueOrDefault(name),
        _ => throw Unknown(path),
    };

    private static RunnerFault Unknown(string[] path) => new($"There is nothing under '{string.Join('.', path)}' in this action.");
}

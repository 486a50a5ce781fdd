using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>How runs of workflows go. Each deed is done, and gives back the delivery that GitHub sends for it.</summary>
internal static class SandboxRunning
{
    /// <summary>The hotfix workflow, where nobody says another.</summary>
    public const string Usual = ".github/workflows/hotfix.yml";

    /// <summary>A workflow is set off: <c>workflow_run.requested</c>.</summary>
    /// <param name="name">What it runs on: a branch's name, or <c>tags/TAG</c>.</param>
    public static (SandboxRun Run, SandboxDelivery Delivery) Start(this SandboxRepository repository, string name, string path = Usual, string @event = "push", string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            var full = name.StartsWith("tags/", StringComparison.Ordinal) ? name : $"heads/{name}";
            var commit = (full.StartsWith("tags/", StringComparison.Ordinal) ? repository.Branches.Tag(name["tags/".Length..]) : repository.Branches.Branch(name))
                ?? throw new ArgumentException($"There is no branch or tag '{name}'.", nameof(name));
            var run = repository.AddRun(path, full, commit, @event, repository.State.User(by), new Dictionary<string, string>());

            return (run, Events.Run("requested", run));
        }
    }

    /// <summary>A runner takes it: <c>workflow_run.in_progress</c>.</summary>
    public static SandboxDelivery Begin(this SandboxRun run) => Change(run, "in_progress", null, run.Attempt);

    /// <param name="conclusion"><c>success</c>, <c>failure</c>, <c>cancelled</c>, …</param>
    public static SandboxDelivery Finish(this SandboxRun run, string conclusion = "success") => Change(run, "completed", conclusion, run.Attempt);

    /// <summary>Somebody runs it again: the same number, the next attempt.</summary>
    public static SandboxDelivery Rerun(this SandboxRun run) => Change(run, "requested", null, run.Attempt + 1);

    private static SandboxDelivery Change(SandboxRun run, string action, string? conclusion, int attempt)
    {
        var state = run.Repository.State;

        lock (state.Gate)
        {
            (run.Status, run.Conclusion, run.Attempt, run.Updated) = (action == "requested" ? "queued" : action, conclusion, attempt, state.Now);
            state.Changed.Raise();

            return Events.Run(action, run);
        }
    }
}

using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>The runs of its workflows.</summary>
internal sealed partial class SandboxRepository
{
    private readonly List<SandboxRun> runs = [];
    private readonly Dictionary<string, long> workflows = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<SandboxRun> Runs
    {
        get
        {
            lock (State.Gate)
            {
                return [.. runs];
            }
        }
    }

    public SandboxRun AddRun(string path, string name, SandboxCommit commit, string @event, SandboxUser by, IReadOnlyDictionary<string, string> inputs)
    {
        lock (State.Gate)
        {
            var run = new SandboxRun(this, State.NextId(), runs.Count(known => known.Path == path) + 1, path, name, commit, @event, by, inputs);
            runs.Add(run);
            State.Changed.Raise();

            return run;
        }
    }

    public long WorkflowIdOf(string path) => workflows.TryGetValue(path, out var id) ? id : workflows[path] = State.NextId();
}

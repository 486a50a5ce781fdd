using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>What is said about its commits, who pushed them, and what waits to be merged.</summary>
internal sealed partial class SandboxRepository
{
    private readonly List<SandboxCheck> checks = [];
    private readonly Dictionary<(long App, string Commit), long> suites = [];
    private readonly List<SandboxStatus> statuses = [];
    private readonly Dictionary<string, List<SandboxPush>> pushes = [];
    private readonly Dictionary<string, List<SandboxMergeGroup>> queues = [];

    /// <summary>The check runs, the oldest first.</summary>
    public IReadOnlyList<SandboxCheck> Checks
    {
        get
        {
            lock (State.Gate)
            {
                return [.. checks];
            }
        }
    }

    /// <summary>A check run as an App creates it; without a number of its own it is ours.</summary>
    public SandboxCheck AddCheck(string name, string commit, long? appId = null)
    {
        lock (State.Gate)
        {
            var check = new SandboxCheck(this, State.NextId(), appId ?? State.App.Id, name, commit);
            checks.Add(check);
            State.Changed.Raise();

            return check;
        }
    }

    /// <summary>The number of the suite that GitHub puts a check into.</summary>
    public long SuiteOf(long app, string commit) => suites.TryGetValue((app, commit), out var suite) ? suite : suites[(app, commit)] = State.NextId();

    /// <summary>Of the check runs of a commit the newest of each App and name.</summary>
    public IReadOnlyList<SandboxCheck> LatestChecks(string commit) =>
        [.. Checks.Where(check => check.Commit == commit).GroupBy(check => (check.AppId, check.Name)).Select(runs => runs.Last())];

    public SandboxStatus Add(SandboxCommit commit, string context, string state, string? description, SandboxUser by)
    {
        var status = new SandboxStatus(this, State.NextId(), commit, context, state, description, by, State.Now);
        statuses.Add(status);
        State.Changed.Raise();

        return status;
    }

    /// <summary>Of the statuses of a commit the newest of each context.</summary>
    public IReadOnlyList<SandboxStatus> LatestStatuses(string commit) =>
        [.. statuses.Where(status => status.Commit.Sha == commit).GroupBy(status => status.Context).Select(all => all.Last())];

    /// <summary>Who made branches lead to a commit, the oldest first.</summary>
    public IReadOnlyList<SandboxPush> PushesOf(string commit) => pushes.GetValueOrDefault(commit) ?? [];

    public void Remember(SandboxPush push) => (pushes.TryGetValue(push.After, out var known) ? known : pushes[push.After] = []).Add(push);

    /// <summary>What is in a branch's merge queue, the first in front; null where there is none. To be touched only while holding the state's gate.</summary>
    public IList<SandboxMergeGroup>? QueueOf(string branch) => queues.GetValueOrDefault(branch);

    public IList<SandboxMergeGroup> OpenQueue(string branch) => queues[branch] = [];
}

namespace Hotfix.Sandbox;

/// <summary>
/// One request that reached the sandbox: its path still escaped and without the query; its status, 0 when the connection was cut without an answer;
/// the id of the repository and the number of the issue it was about, where it was about one.
/// </summary>
internal readonly record struct SandboxCall(string Method, string Path, int Status, long? Repository, int? Issue);

/// <summary>The log of all requests, with its sums. Safe to use from many threads.</summary>
internal sealed class SandboxCalls
{
    private readonly Lock gate = new();
    private readonly List<SandboxCall> calls = [];
    private readonly Dictionary<(long Repository, int Issue), int> issues = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return calls.Count;
            }
        }
    }

    public IReadOnlyList<SandboxCall> All
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>How many requests were made for this issue: its labels, its comments, itself.</summary>
    public int For(SandboxIssue issue)
    {
        lock (gate)
        {
            return issues.GetValueOrDefault((issue.Repository.Id, issue.Number));
        }
    }

    public void Add(in SandboxCall call)
    {
        lock (gate)
        {
            calls.Add(call);

            if (call is { Repository: { } repository, Issue: { } issue })
            {
                issues[(repository, issue)] = issues.GetValueOrDefault((repository, issue)) + 1;
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            calls.Clear();
            issues.Clear();
        }
    }
}

namespace Hotfix.Sandbox;

/// <summary>What a branch asks of what is to be merged into it.</summary>
internal static class SandboxRequiring
{
    /// <summary>From now on these checks must be green, by a ruleset.</summary>
    /// <param name="branch">Or a pattern: <c>release/*</c>.</param>
    public static void Require(this SandboxRepository repository, string branch, params string[] names)
    {
        lock (repository.State.Gate)
        {
            repository.Rules.Require(branch, names);
        }
    }

    /// <summary>The same by classic branch protection, which GitHub tells of elsewhere.</summary>
    public static void RequireClassic(this SandboxRepository repository, string branch, params string[] names)
    {
        lock (repository.State.Gate)
        {
            repository.Rules.RequireClassic(branch, names);
        }
    }

    /// <summary>Why it may not be merged, in GitHub's words; null when nothing that its base requires is missing.</summary>
    public static string? Unmet(this SandboxPull pull)
    {
        var repository = pull.Issue.Repository;
        var open = repository.Rules.Required($"heads/{pull.BaseBranch}").Select(name => (Name: name, Is: repository.Health(pull.Head.Sha, name))).Where(one => one.Is != "green").ToList();

        return open switch
        {
            [] => null,
            [var (name, health)] => $"Required status check \"{name}\" is {health}.",
            _ => $"{open.Count} of {repository.Rules.Required($"heads/{pull.BaseBranch}").Count} required status checks have not succeeded: {string.Join(", ", open.Select(one => $"{one.Name} is {one.Is}"))}.",
        };
    }

    /// <summary><c>green</c>, or what GitHub says of it: <c>expected</c>, <c>in progress</c>, <c>failing</c>. Of several of one name all count.</summary>
    private static string Health(this SandboxRepository repository, string commit, string name)
    {
        List<string> all =
        [
            .. repository.LatestChecks(commit).Where(check => check.Name == name).Select(check =>
                check.Status != "completed" ? "in progress" : check.Conclusion is "success" or "neutral" or "skipped" ? "green" : "failing"),
            .. repository.LatestStatuses(commit).Where(status => status.Context == name).Select(status =>
                status.State switch { "success" => "green", "pending" => "in progress", _ => "failing" }),
        ];

        return all is [] ? "expected" : all.Find(one => one != "green") ?? "green";
    }
}

using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// When a ref may not be created, moved or deleted though the token may write: rulesets forbid it, or it would lead to workflow files that no branch has as they are there, which takes
/// <c>workflows=write</c>. Sources: "Available rules for rulesets"; <c>reference/github-api.md</c> §4, pitfall W. Files that are only missing do no harm: GitHub speaks of "adds or modifies".
/// The tag of an immutable release is locked, and after that release is gone it can be deleted, but not made again: GitHub says so in the words of a ruleset. Sources: "Immutable releases"; SalamLang/Salam#1627.
/// </summary>
internal static class RefRules
{
    private const string Workflows = ".github/workflows/";
    private const string Tags = "tags/";

    /// <param name="name">Without <c>refs/</c>.</param>
    /// <param name="sha">Where it is to lead to; null to delete it.</param>
    /// <param name="deed"><c>creation</c>, <c>update</c>, <c>non_fast_forward</c> or <c>deletion</c>.</param>
    public static RestAnswer? Refuse(RestRequest request, string name, string? sha, string deed = "creation")
    {
        if (Violated(request.Repository, name, deed) is { } what)
        {
            return RestErrors.Invalid($"Repository rule violations found\n\n{what}\n\n");
        }

        return sha is not null && request.Repository.Branches.Objects.Peel(sha) is { } commit && TakesMore(request, commit)
            ? RestErrors.Forbidden with { Accepted = "contents=write; contents=write,workflows=write" }
            : null;
    }

    /// <summary>What the rules say against it; null when nothing.</summary>
    public static string? Violated(SandboxRepository repository, string name, string deed)
    {
        var rules = repository.Rules.Of(name).Concat(Locks(repository, name)).ToList();

        return deed switch
        {
            "creation" when rules.Contains("creation") => "Cannot create ref due to creations being restricted.",
            "deletion" when rules.Contains("deletion") => "Cannot delete this protected ref.",
            "non_fast_forward" when rules.Contains("non_fast_forward") => "Cannot force-push to this branch",
            "update" or "non_fast_forward" when rules.Contains("update") => "Cannot update this protected ref.",
            "update" or "non_fast_forward" when rules.Contains("pull_request") => "Changes must be made through a pull request.",
            _ => null,
        };
    }

    private static string[] Locks(SandboxRepository repository, string name) =>
        !name.StartsWith(Tags, StringComparison.Ordinal) || !repository.Releases.IsLocked(name[Tags.Length..]) ? []
        : repository.Releases.Of(name[Tags.Length..]) is null ? ["creation", "update"]
        : ["creation", "update", "deletion"];

    private static bool TakesMore(RestRequest request, SandboxCommit commit)
    {
        var files = commit.Files.Where(file => file.Key.StartsWith(Workflows, StringComparison.Ordinal)).ToList();

        return files.Count > 0
            && request.Token?.Allows("workflows", "write") == false
            && !request.Repository.Branches.All.Any(branch => files.TrueForAll(file => file.Value.IsSame(branch.Head.Files.GetValueOrDefault(file.Key))));
    }
}

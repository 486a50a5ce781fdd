using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Branches, their rules, tags, commits and comparisons, as people see them. Sources: REST, "Branches", "Rules", "Repository tags", "Commits".</summary>
internal static class CodeEndpoints
{
    /// <summary>Files that a comparison names; GitHub says nothing of the others.</summary>
    private const int MaxFiles = 300;

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "branches/{path}", GetBranch, needs: "contents=read"),
        .. RestRoute.OfRepository("GET", "rules/branches/{path}", ListRules, needs: "metadata=read"),
        .. RestRoute.OfRepository("GET", "tags", ListTags, needs: "metadata=read"),
        .. RestRoute.OfRepository("GET", "commits/{path}", GetCommit, needs: "contents=read"),
        .. RestRoute.OfRepository("GET", "compare/{path}", Compare, needs: "contents=read"),
    ];

    private static RestAnswer GetBranch(RestRequest request, SandboxState state) =>
        request.Repository.Branches.Branch(request.Rest) is { } head
            ? RestAnswer.Json(200, CodeJson.Branch(request.Repository, request.Rest, head, request.Repository.Rules.IsProtected($"heads/{request.Rest}")))
            : RestErrors.Refuse(404, "Branch not found");

    /// <summary>The branch need not exist.</summary>
    private static RestAnswer ListRules(RestRequest request, SandboxState state)
    {
        var (page, link) = RestPages.Cut(request, state, [.. request.Repository.Rules.Of($"heads/{request.Rest}").Select(rule => RuleJson.Of(request.Repository, rule, request.Repository.Rules.RequiredByRules($"heads/{request.Rest}")))]);

        return RestAnswer.Json(200, page, WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    /// <summary>By name, the last one first.</summary>
    private static RestAnswer ListTags(RestRequest request, SandboxState state)
    {
        var (page, link) = RestPages.Cut(request, state, [.. request.Repository.Branches.Tags.Reverse()]);

        return RestAnswer.Json(200, [.. page.Select(tag => CodeJson.Tag(request.Repository, tag.Name, tag.Head))], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer GetCommit(RestRequest request, SandboxState state)
    {
        var commit = Find(request, request.Rest) ?? throw new RestRefusal(RestErrors.Invalid($"No commit found for SHA: {request.Rest}"));

        return RestAnswer.Json(200, CodeJson.Commit(request.Repository, commit, commit.Since(commit.Parent)));
    }

    private static RestAnswer Compare(RestRequest request, SandboxState state)
    {
        if (request.Rest.Split("...") is not [var before, var after] || Find(request, before) is not { } one || Find(request, after) is not { } other)
        {
            return RestErrors.NotFound;
        }

        if (GitHistory.Base(one, other) is not { } fork)
        {
            return RestErrors.Refuse(404, $"No common ancestor between {before} and {after}.");
        }

        var (page, link) = RestPages.Cut(request, state, other.Beyond(one), size: 250);

        return RestAnswer.Json(200, CodeJson.Comparison(request.Repository, request.Rest, one, other, fork, page, request.Parameter("page") is null or "1" ? MaxFiles : 0)) with { Link = link };
    }

    /// <summary>A commit, a branch or a tag; a branch may be named with its owner in front (<c>octo-org:main</c>).</summary>
    private static SandboxCommit? Find(RestRequest request, string reference)
    {
        var owner = $"{request.Repository.Owner.Login}:";

        return request.Repository.Branches.Find(reference.StartsWith(owner, StringComparison.OrdinalIgnoreCase) ? reference[owner.Length..] : reference);
    }
}

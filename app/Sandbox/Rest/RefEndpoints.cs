using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Refs by their names: <c>heads/…</c> and <c>tags/…</c> in addresses, <c>refs/heads/…</c> in bodies. What the App does comes back to it as people's deeds do. Source: REST, "Git references".
/// </summary>
internal static class RefEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "git/ref/{path}", Get, needs: "contents=read"),
        .. RestRoute.OfRepository("GET", "git/matching-refs/{path}", List, needs: "contents=read"),
        .. RestRoute.OfRepository("POST", "git/refs", Create, needs: "contents=write"),
        .. RestRoute.OfRepository("PATCH", "git/refs/{path}", Update, needs: "contents=write"),
        .. RestRoute.OfRepository("DELETE", "git/refs/{path}", Delete, needs: "contents=write"),
    ];

    private static RestAnswer Get(RestRequest request, SandboxState state) =>
        request.Repository.Branches.Refs.Find(request.Rest) is { } sha ? Answer(200, request, request.Rest, sha) : RestErrors.NotFound;

    /// <summary>By the beginning of the name: <c>heads/hotfix/v1</c> also finds <c>heads/hotfix/v10</c>.</summary>
    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var code = request.Repository.Branches;
        List<Fragment> all =
        [
            .. from pair in code.Refs.All
               where pair.Key.StartsWith(request.Rest, StringComparison.Ordinal)
               select GitJson.Ref(request.Repository, pair.Key, code.Objects.Find(pair.Value)!),
        ];

        return RestAnswer.Json(200, all, WireJson.GitHub.IReadOnlyListFragment);
    }

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var (full, sha) = (request.Required("ref"), request.Required("sha"));
        var refs = request.Repository.Branches.Refs;

        if (!full.StartsWith("refs/", StringComparison.Ordinal) || full.Count(one => one == '/') < 2)
        {
            return RestErrors.Invalid("Reference name must contain at least three slash-separated components.");
        }

        var name = full["refs/".Length..];

        if (!GitRefs.IsName(name))
        {
            return RestErrors.Invalid($"{full} is not a valid ref name.");
        }

        if (refs.Find(name) is not null)
        {
            return RestErrors.Invalid("Reference already exists");
        }

        if (Wrong(request, name, sha) is { } wrong)
        {
            return wrong;
        }

        if (refs.InTheWayOf(name) is not null)
        {
            return RestErrors.Invalid("Reference update failed");
        }

        return RefRules.Refuse(request, name, sha) ?? Move(201, request, state, name, sha);
    }

    private static RestAnswer Update(RestRequest request, SandboxState state)
    {
        var (name, sha, forced) = (request.Rest, request.Required("sha"), request.Flag("force") ?? false);
        var code = request.Repository.Branches;

        if (code.Refs.Find(name) is not { } before)
        {
            return RestErrors.Invalid("Reference does not exist");
        }

        if (Wrong(request, name, sha) is { } wrong)
        {
            return wrong;
        }

        var isForward = code.Objects.Peel(before) is { } old && code.Objects.Peel(sha) is { } head && head.Has(old);

        if (!isForward && !forced)
        {
            return RestErrors.Invalid("Update is not a fast forward");
        }

        return RefRules.Refuse(request, name, sha, isForward ? "update" : "non_fast_forward") ?? (sha == before ? Answer(200, request, name, sha) : Move(200, request, state, name, sha));
    }

    private static RestAnswer Delete(RestRequest request, SandboxState state)
    {
        var name = request.Rest;

        if (request.Repository.Branches.Refs.Find(name) is null)
        {
            return RestErrors.Invalid("Reference does not exist");
        }

        if (name == $"heads/{SandboxBranches.Default}")
        {
            return RestErrors.Invalid("Cannot delete the default branch");
        }

        if (RefRules.Refuse(request, name, null, "deletion") is { } refusal)
        {
            return refusal;
        }

        state.Tell(request.Repository.Move(name, null, state.Bot));

        return RestAnswer.NoContent;
    }

    /// <summary>Null for what is there; a branch leads to commits only.</summary>
    private static RestAnswer? Wrong(RestRequest request, string name, string sha) => request.Repository.Branches.Objects.Find(sha) switch
    {
        null => RestErrors.Invalid("Object does not exist"),
        { Kind: not "commit" } when name.StartsWith("heads/", StringComparison.Ordinal) => RestErrors.Invalid("Reference update failed"),
        _ => null,
    };

    private static RestAnswer Move(int status, RestRequest request, SandboxState state, string name, string sha)
    {
        state.Tell(request.Repository.Move(name, sha, state.Bot));

        return Answer(status, request, name, sha);
    }

    private static RestAnswer Answer(int status, RestRequest request, string name, string sha) =>
        RestAnswer.Json(status, GitJson.Ref(request.Repository, name, request.Repository.Branches.Objects.Find(sha)!));
}

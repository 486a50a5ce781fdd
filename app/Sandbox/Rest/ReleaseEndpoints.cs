using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Releases. Drafts are shown to those only who may write; publishing one makes its tag, where there is none. Source: REST, "Releases"; what rulesets and workflow files forbid of refs,
/// they forbid here too. Of immutable releases: "Immutable releases" in GitHub's docs; what can still be changed was measured in github/docs#45718; the answers are those of orgs/community#178351 (a tag that is used up) and
/// cameronrye/openzim-mcp#215 (a draft again). A new tag for one is answered in the words of the latter: nobody is known to have tried.
/// </summary>
internal static class ReleaseEndpoints
{
    private static readonly string[] Latest = ["true", "false", "legacy"];

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "releases", List, needs: "contents=read"),
        .. RestRoute.OfRepository("GET", "releases/latest", (request, _) => Answer(200, request.Repository.Releases.Latest), needs: "contents=read"),
        .. RestRoute.OfRepository("GET", "releases/tags/{path}", (request, _) => Answer(200, request.Repository.Releases.Of(request.Rest)), needs: "contents=read"),
        .. RestRoute.OfRepository("GET", "releases/{release_id}", (request, _) => Answer(200, Find(request)), needs: "contents=read"),
        .. RestRoute.OfRepository("POST", "releases", Create, needs: "contents=write"),
        .. RestRoute.OfRepository("PATCH", "releases/{release_id}", Update, needs: "contents=write"),
        .. RestRoute.OfRepository("DELETE", "releases/{release_id}", Delete, needs: "contents=write"),
    ];

    /// <summary>The release the address names, where whoever asks may see it.</summary>
    public static SandboxRelease? Find(RestRequest request) =>
        request.Repository.Releases.Find(request.Number("release_id")) is { } release && (!release.IsDraft || SeesDrafts(request)) ? release : null;

    public static bool SeesDrafts(RestRequest request) => request.Token?.Allows("contents", "write") == true;

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var (page, link) = RestPages.Cut(request, state, [.. request.Repository.Releases.All.Where(release => !release.IsDraft || SeesDrafts(request))]);

        return RestAnswer.Json(200, [.. page.Select(ReleaseJson.Of)], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var (releases, wish) = (request.Repository.Releases, Wish(request));

        if (wish.TagName is null)
        {
            return RestErrors.Invalid("Invalid request.\n\n\"tag_name\" wasn't supplied.");
        }

        if (wish.Draft != true && Refuse(request, wish.TagName, wish.Target, null) is { } refusal)
        {
            return refusal;
        }

        var (release, deliveries) = releases.Add(wish, request.Token!.Releaser(state));
        state.Tell(deliveries);

        return Answer(201, release);
    }

    private static RestAnswer Update(RestRequest request, SandboxState state)
    {
        var (release, wish) = (Find(request), Wish(request));

        if (release is null)
        {
            return RestErrors.NotFound;
        }

        if (Locked(release, wish) is { } field)
        {
            return RestErrors.Invalid("Release", "custom", field, $"{field} cannot be changed when release is immutable");
        }

        if (wish.Draft == false && Refuse(request, wish.TagName ?? release.TagName, wish.Target ?? release.Target, release) is { } refusal)
        {
            return refusal;
        }

        state.Tell(request.Repository.Releases.Change(release, wish, request.Token!.Releaser(state)));

        return Answer(200, release);
    }

    /// <summary>Its tag stays.</summary>
    private static RestAnswer Delete(RestRequest request, SandboxState state)
    {
        if (Find(request) is not { } release)
        {
            return RestErrors.NotFound;
        }

        state.Tell([request.Repository.Releases.Remove(release, request.Token!.Releaser(state))]);

        return RestAnswer.NoContent;
    }

    /// <summary>What of the wish an immutable release does not allow; null when it allows all of it.</summary>
    private static string? Locked(SandboxRelease release, SandboxReleaseWish wish) => release switch
    {
        { IsImmutable: false } => null,
        _ when wish.Draft == true => "state",
        _ when wish.TagName is { } tag && tag != release.TagName => "tag_name",
        _ => null,
    };

    /// <summary>Why a tag cannot be released; null when it can.</summary>
    private static RestAnswer? Refuse(RestRequest request, string tag, string? target, SandboxRelease? release)
    {
        var code = request.Repository.Branches;

        if (request.Repository.Releases.Of(tag) is { } other && other != release)
        {
            return RestErrors.Invalid("Release", "already_exists", "tag_name");
        }

        if (request.Repository.Releases.IsLocked(tag) && release is not { IsImmutable: true })
        {
            return RestErrors.Invalid("Release", "custom", "tag_name", "tag_name was used by an immutable release");
        }

        if (code.Refs.Find($"tags/{tag}") is not null)
        {
            return null;
        }

        if (!GitRefs.IsName($"tags/{tag}"))
        {
            return RestErrors.Invalid("Release", "custom", "tag_name", "tag_name is not a valid tag");
        }

        if (code.Find(target ?? SandboxBranches.Default) is not { } commit)
        {
            return RestErrors.Invalid("Release", "invalid", "target_commitish");
        }

        return RefRules.Violated(request.Repository, $"tags/{tag}", "creation") is { } what
            ? RestErrors.Invalid("Release", "custom", "pre_receive", $"pre_receive Repository rule violations found\n\n{what}\n\n")
            : RefRules.Refuse(request, $"tags/{tag}", commit.Sha);
    }

    private static SandboxReleaseWish Wish(RestRequest request)
    {
        var latest = request.Text("make_latest");

        if (latest is not null && !Latest.Contains(latest))
        {
            throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nFor 'properties/make_latest', {latest} is not a member of [\"true\", \"false\", \"legacy\"]."));
        }

        return new()
        {
            TagName = request.Text("tag_name"),
            Target = request.Text("target_commitish"),
            Name = request.Text("name"),
            Body = request.Text("body"),
            Draft = request.Flag("draft"),
            Prerelease = request.Flag("prerelease"),
            MakeLatest = latest,
        };
    }

    private static RestAnswer Answer(int status, SandboxRelease? release) => release is null ? RestErrors.NotFound : RestAnswer.Json(status, ReleaseJson.Of(release));
}

using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>The releases of a repository, and what becomes of them. Each change gives back the deliveries that GitHub sends for it, in its order.</summary>
internal sealed class SandboxReleases(SandboxRepository repository)
{
    private readonly List<SandboxRelease> releases = [];
    private readonly HashSet<string> locked = new(StringComparer.Ordinal);
    private SandboxRelease? latest;

    /// <summary>The newest first, drafts among them.</summary>
    public IReadOnlyList<SandboxRelease> All
    {
        get
        {
            lock (repository.State.Gate)
            {
                return [.. releases.OrderByDescending(release => release.Created).ThenByDescending(release => release.Id)];
            }
        }
    }

    /// <summary>The one that was last made the latest; where none was, the newest that is neither a draft nor a pre-release.</summary>
    public SandboxRelease? Latest => Counts(latest) ? latest : All.FirstOrDefault(Counts);

    /// <summary>The published release of a tag.</summary>
    public SandboxRelease? Of(string tag) => All.FirstOrDefault(release => !release.IsDraft && release.TagName == tag);

    /// <summary>Whether an immutable release has, or had, this tag. Nothing else ever gets it, not even when that release is gone.</summary>
    public bool IsLocked(string tag) => locked.Contains(tag);

    public SandboxRelease? Find(long id) => All.FirstOrDefault(release => release.Id == id);

    public (SandboxRelease Release, IReadOnlyList<SandboxDelivery> Deliveries) Add(SandboxReleaseWish wish, SandboxUser by)
    {
        var release = new SandboxRelease(repository, repository.State.NextId(), by, wish.TagName!, wish.Target ?? Git.SandboxBranches.Default) { IsDraft = true };
        Write(release, wish);
        releases.Add(release);

        if (wish.Draft == true)
        {
            repository.State.Changed.Raise();
            return (release, [Events.Release("created", release, by)]);
        }

        var tagged = Publish(release, by);

        return (release, [.. tagged, .. Tell(release, by, "created", "published", release.IsPrerelease ? "prereleased" : "released")]);
    }

    public IReadOnlyList<SandboxDelivery> Change(SandboxRelease release, SandboxReleaseWish wish, SandboxUser by)
    {
        var (draft, prerelease, name, body, tag) = (release.IsDraft, release.IsPrerelease, release.Name, release.Body, release.TagName);
        Write(release, wish);
        release.Updated = repository.State.Now;

        if (draft && wish.Draft == false)
        {
            // Publishing a pre-release that was a draft is no `prereleased`: vite-plus#1558, in reference/github-api.md §8.
            return [.. Publish(release, by), .. release.IsPrerelease ? Tell(release, by, "published") : Tell(release, by, "published", "released")];
        }

        Rank(release);
        var deliveries = new List<SandboxDelivery>();

        if (!draft && wish.Draft == true)
        {
            release.IsDraft = true;
            deliveries.AddRange(Tell(release, by, "unpublished"));
        }

        if (name != release.Name || body != release.Body || tag != release.TagName || wish.MakeLatest is not null)
        {
            var changes = new ReleaseChangesJson(Was(name, release.Name), Was(body, release.Body), Was(tag, release.TagName), wish.MakeLatest is null ? null : new(wish.MakeLatest != "false"));
            deliveries.Add(Events.Release("edited", release, by, changes));
        }

        deliveries.AddRange(release.IsDraft || prerelease == release.IsPrerelease ? [] : Tell(release, by, release.IsPrerelease ? "prereleased" : "released"));
        repository.State.Changed.Raise();

        return deliveries;

        static WasJson? Was(string? before, string? now) => before == now ? null : new(before ?? "");
    }

    public SandboxDelivery Remove(SandboxRelease release, SandboxUser by)
    {
        releases.Remove(release);
        repository.State.Changed.Raise();

        return Events.Release("deleted", release, by);
    }

    private static bool Counts(SandboxRelease? release) => release is { IsDraft: false, IsPrerelease: false, MakeLatest: not "false" };

    private static IEnumerable<SandboxDelivery> Tell(SandboxRelease release, SandboxUser by, params string[] actions) => [.. actions.Select(action => Events.Release(action, release, by))];

    private static void Write(SandboxRelease release, SandboxReleaseWish wish)
    {
        release.TagName = wish.TagName ?? release.TagName;
        release.Target = wish.Target ?? release.Target;
        release.Name = wish.Name ?? release.Name;
        release.Body = wish.Body ?? release.Body;
        release.IsPrerelease = wish.Prerelease ?? release.IsPrerelease;
        release.MakeLatest = wish.MakeLatest ?? release.MakeLatest;
    }

    /// <summary>Its tag comes into being where there is none.</summary>
    private IReadOnlyList<SandboxDelivery> Publish(SandboxRelease release, SandboxUser by)
    {
        release.IsDraft = false;
        release.Published = repository.State.Now;
        release.IsImmutable = repository.HasImmutableReleases;
        Rank(release);
        repository.State.Changed.Raise();
        var name = $"tags/{release.TagName}";

        if (release.IsImmutable)
        {
            locked.Add(release.TagName);
        }

        return repository.Branches.Refs.Find(name) is null ? repository.Move(name, repository.Branches.Find(release.Target)!.Sha, by) : [];
    }

    private void Rank(SandboxRelease release) => latest = Counts(release) && release.MakeLatest == "true" ? release : latest;
}

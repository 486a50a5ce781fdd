namespace Hotfix.Sandbox;

/// <summary>What people do with releases. Each deed is done, and gives back the deliveries that GitHub sends for it, in GitHub's order.</summary>
internal static class SandboxReleasing
{
    /// <summary>
    /// A release of a tag, which comes into being at the default branch's head where there is none (not for a draft). Deliveries: <c>create</c> and <c>push</c> for a new tag; then
    /// <c>created</c>, <c>published</c> and <c>released</c> or <c>prereleased</c>; of a draft, <c>created</c> alone.
    /// </summary>
    public static (SandboxRelease Release, IReadOnlyList<SandboxDelivery> Deliveries) Release(
        this SandboxRepository repository, string tag, bool prerelease = false, bool draft = false, string? name = null, string? body = null, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            return repository.Releases.Add(new() { TagName = tag, Name = name ?? tag, Body = body, Draft = draft, Prerelease = prerelease }, repository.State.User(by));
        }
    }

    public static IReadOnlyList<SandboxDelivery> Publish(this SandboxRelease release, string by = "maintainer") => release.Change(new() { Draft = false }, by);

    /// <summary>What is null stays as it is.</summary>
    public static IReadOnlyList<SandboxDelivery> Edit(this SandboxRelease release, string? name = null, string? body = null, bool? prerelease = null, string by = "maintainer") =>
        release.Change(new() { Name = name, Body = body, Prerelease = prerelease }, by);

    /// <summary>Its tag stays.</summary>
    public static SandboxDelivery Delete(this SandboxRelease release, string by = "maintainer")
    {
        var repository = release.Repository;

        lock (repository.State.Gate)
        {
            return repository.Releases.Remove(release, repository.State.User(by));
        }
    }

    private static IReadOnlyList<SandboxDelivery> Change(this SandboxRelease release, SandboxReleaseWish wish, string by)
    {
        var repository = release.Repository;

        lock (repository.State.Gate)
        {
            return repository.Releases.Change(release, wish, repository.State.User(by));
        }
    }
}

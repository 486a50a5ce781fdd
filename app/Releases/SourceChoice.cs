using Hotfix.Domain;
using Hotfix.Domain.Versions;

namespace Hotfix.Releases;

/// <summary>Where a fix starts: the release that was asked for, else the one that the reporter's version names, else the newest. Source: the design, "Branches".</summary>
internal static class SourceChoice
{
    /// <param name="releases">Those published, the newest first.</param>
    /// <param name="asked">What <c>--from</c> says: a tag or a version.</param>
    /// <param name="reported">What the report's form says under "Version".</param>
    public static SourceChosen Choose(BranchRules rules, string defaultBranch, Values<PublishedRelease> releases, Values<string> tags, string? asked, string? reported)
    {
        if (asked is not null)
        {
            return Named(asked, rules, releases, tags) is { } tag
                ? Of(rules, defaultBranch, tag, "it was asked for")
                : SourceChosen.No($"There is no release or tag {Triage.Quote.Code(asked)} to start from.{Newest(rules, releases, tags)}");
        }

        if (reported is not null && Named(reported, rules, releases, []) is { } named)
        {
            return Of(rules, defaultBranch, named, "it is the version that the report names");
        }

        return Latest(rules, releases, tags) is { } newest
            ? Of(rules, defaultBranch, newest, "it is the newest release")
            : SourceChosen.No("There is no release yet that a hotfix could start from. Publish one, or name a tag: `/hotfix start --from <tag>`.");
    }

    private static SourceChosen Of(BranchRules rules, string defaultBranch, string tag, string why) => rules.Base == BranchBase.DefaultBranch
        ? new(tag, defaultBranch, false, why, null)
        : BranchNames.ReleaseLine(tag) switch
        {
            { Name: { } line } => new(tag, line, true, why, null),
            { Refusal: var refusal } => SourceChosen.No(refusal ?? ""),
        };

    /// <summary>By its tag, else by the version in the tag.</summary>
    private static string? Named(string name, BranchRules rules, Values<PublishedRelease> releases, Values<string> tags)
    {
        var known = releases.Select(release => release.Tag).Concat(tags).Distinct().ToList();

        return known.Find(tag => tag == name) ?? (VersionOf(name, rules) is { } version ? known.Find(tag => VersionOf(tag, rules) is { } other && other.CompareTo(version) == 0) : null);
    }

    /// <summary>By version and not by date, since a hotfix of an old line is published late. Of a repository that publishes no releases, the tags.</summary>
    private static string? Latest(BranchRules rules, Values<PublishedRelease> releases, Values<string> tags) =>
        Highest(releases.Where(release => rules.FromPrereleases || !release.IsPrerelease).Select(release => release.Tag), rules)
        ?? (releases.Count == 0 ? Highest(tags, rules) : null);

    private static string? Highest(IEnumerable<string> tags, BranchRules rules) => tags
        .Select(tag => (Tag: tag, Version: VersionOf(tag, rules)))
        .Where(one => one.Version is { } version && (rules.FromPrereleases || version.PreRelease is null))
        .OrderByDescending(one => one.Version)
        .Select(one => one.Tag)
        .FirstOrDefault();

    private static SemanticVersion? VersionOf(string tag, BranchRules rules) => TagPattern.Of(rules.Tag).Read(tag);

    private static string Newest(BranchRules rules, Values<PublishedRelease> releases, Values<string> tags) =>
        Latest(rules, releases, tags) is { } newest ? $" The newest is `{newest}`." : "";
}

/// <summary>Where a fix starts and where it goes.</summary>
/// <param name="Tag">The release it is a fix of.</param>
/// <param name="Base">The branch it goes into.</param>
/// <param name="IsLine">That is a line of the release's own, made at the tag; else the fix starts at the branch's head.</param>
/// <param name="Why">Why this release, as the end of a sentence.</param>
/// <param name="Refusal">Why there is none; then all else is empty.</param>
internal sealed record SourceChosen(string Tag, string Base, bool IsLine, string Why, string? Refusal)
{
    public static SourceChosen No(string why) => new("", "", false, "", why);
}

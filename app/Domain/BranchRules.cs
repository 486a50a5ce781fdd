using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>
/// Where a fix is made and under which names. In a pattern, {version} stands for the new version, {slug} for a few words of the title, {date} for the day as yyyyMMdd, {issue} for the number.
/// Source: the design, "Branches"; seeds/001, Phase 3 and 5; seeds/002, "Create Hotfix Branch"; seeds/003, "Fix" and "Release".
/// </summary>
internal sealed record BranchRules(
    [property: Description("Where the fix starts: release_line, at the released tag, or default_branch, at its head.")] BranchBase Base,
    [property: Description("The hotfix branch's name, with {version}, {slug}, {date} or {issue} in it.")] string Branch,
    [property: Description("The new tag's name, with {version} in it.")] string Tag,
    [property: Description("Which part of the version counts up: patch (1.0.0, 1.0.1) or prerelease (1.1.0-beta, 1.1.0-beta.1, 1.1.0-beta.2).")] VersionStep Version,
    [property: Description("The branch that takes a hotfix back, by the same pattern.")] string? Revert,
    [property: Description("Whether the newest release, from which a fix starts when nobody says which, may be a prerelease.")] bool FromPrereleases,
    [property: Description("The store that the product goes to and whose versions it needs; none when left out.")] StoreKind? Store,
    [property: Description("Files that hold the version.")] Values<VersionFileRule> VersionFiles,
    [property: Description("The file that lists changes, by its path.")] string? Changelog,
    [property: Description("How the fix's commit message begins.")] string? FixMessage,
    [property: Description("The message of the commit that sets the version, with {version} in it.")] string? VersionMessage,
    [property: Description("Whether the fix is merged with a commit of its own (git's --no-ff).")] bool MergeCommit,
    [property: Description("Whether the release is marked as a prerelease.")] bool Prerelease);

/// <summary>
/// A file that holds the version in exactly one place. How the place is found is known by the file's name: package.json, package-lock.json, manifest.json, Cargo.toml, Cargo.lock, and projects of MSBuild (*.csproj and its like).
/// Anything else needs a pattern.
/// </summary>
internal sealed record VersionFileRule(
    [property: Description("The file, by its path from the repository's root.")] string Path,
    [property: Description("A regular expression with a group named version around the version, for a file that Hotfix does not know by its name.")] string? Pattern,
    [property: Description("Whether a repository may well lack the file.")] bool Optional);

/// <summary>Stores with versions of their own.</summary>
internal enum StoreKind
{
    /// <summary>The Chrome Web Store.</summary>
    Chrome,
}

/// <summary>Which hotfixes start without being asked to, once a report is triaged. Source: the design, "Who may, and whom we believe".</summary>
internal sealed record StartRules(
    [property: Description("The severities whose hotfix starts by itself, once somebody of the team has confirmed it or the reporter is trusted.")] Values<Severity> Automatic,
    [property: Description("Logins whose reports need nobody to confirm them.")] Values<string> Trusted);

/// <summary>Where a hotfix branch starts and where its pull request goes.</summary>
internal enum BranchBase
{
    /// <summary>At the released tag, on a line of its own; the default branch gets a forward-port.</summary>
    ReleaseLine,

    /// <summary>At the default branch's head, and back to it.</summary>
    DefaultBranch,
}

/// <summary>Which part of a version a hotfix counts up.</summary>
internal enum VersionStep
{
    Patch,
    Prerelease,
}

/// <summary>What a hotfix's pull request looks like. Source: seeds/002, "Hotfix PR Template"; seeds/001, "Review fix design with team".</summary>
internal sealed record PullRequestRules(
    [property: Description("What its title begins with.")] string TitlePrefix,
    [property: Description("How many people other than the author must approve it.")] int Approvals,
    [property: Description("Who is asked to approve it, by role.")] Values<string> Reviewers,
    [property: Description("The headings of its text, in order.")] Values<string> Sections,
    [property: Description("What its author ticks off.")] Values<ItemRule> Checklist);

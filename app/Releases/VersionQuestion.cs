using Hotfix.Domain;
using Hotfix.Domain.Versions;

namespace Hotfix.Releases;

/// <summary>Which version a hotfix gets.</summary>
/// <param name="From">The release it starts from, by its tag or version.</param>
/// <param name="ForStore">Whether the store's version is asked for as well.</param>
/// <param name="Asked">The version somebody asked for; null to have one chosen.</param>
/// <param name="Tags">All of the repository's tags, whatever they are for.</param>
/// <param name="Claims">All that Hotfix has given out before in this repository.</param>
/// <param name="StoreKnown">Versions of the store known otherwise, like that of the manifest on the default branch. What is no version of the store says nothing.</param>
/// <param name="Tag">The profile's <c>branches.tag</c>.</param>
internal sealed record VersionQuestion(
    string From, VersionStep Step, bool ForStore, string? Asked, Values<string> Tags, Values<ClaimedVersion> Claims, Values<string> StoreKnown, string Tag = "v{version}");

/// <summary>The version, or one sentence why there is none.</summary>
/// <param name="Store">The store's version, where it was asked for.</param>
/// <param name="Why">How the version came about, and what is not known; empty when there is none.</param>
internal sealed record VersionChosen(string? Version, string? Store, string Why, string? Refusal);

using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Releases;

namespace Hotfix.Commands;

/// <summary>What <c>start</c> looks at in the repository.</summary>
/// <param name="Source">Where the fix starts.</param>
/// <param name="Commit">The commit there; null where there is none.</param>
/// <param name="Tags">All of the repository's.</param>
/// <param name="Registry">The versions given out so far.</param>
/// <param name="StoreKnown">Versions that the manifest has on the default branch.</param>
/// <param name="Files">The files that hold the version and the list of changes, as they are at the commit; those that are not there are left out.</param>
/// <param name="Template">What the pull request is written from.</param>
internal sealed record CodeFacts(
    SourceChosen Source, string? Commit, Values<string> Tags, VersionRegistry Registry, Values<string> StoreKnown, Values<SourceFile> Files, SourceTemplate Template);

/// <param name="Sha">Git's name of the blob.</param>
/// <param name="HasMark">The file begins with a byte order mark; the text here does not.</param>
internal sealed record SourceFile(string Path, string Text, string Sha, bool HasMark);

/// <param name="Name">Like <c>pull-request</c>; a team's own file has the same.</param>
internal sealed record SourceTemplate(string Name, string Text);

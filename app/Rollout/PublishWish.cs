using Hotfix.Domain;
using Hotfix.Domain.Versions;

namespace Hotfix.Rollout;

/// <summary>What somebody wants of the store for a package.</summary>
/// <param name="Version">The manifest's.</param>
/// <param name="Submit">False: the package is only uploaded.</param>
/// <param name="Percentage">Of the users to begin with, from 0 to 100, or to raise to where it is published; null for the dashboard's value.</param>
/// <param name="PublishStaged">Where this version is approved and staged, it goes live.</param>
/// <param name="CancelPending">Another version that waits for review or is staged is taken back, and loses its place in the queue.</param>
/// <param name="All">A published version may go to all users.</param>
/// <param name="Others">Releases that hold another package of this version: what the store has of the version may be one of those, for it tells no digest.</param>
internal sealed record PublishWish(ChromeVersion Version, bool Submit = true, int? Percentage = null, bool PublishStaged = false, bool CancelPending = false, bool All = false, Values<string> Others = default);

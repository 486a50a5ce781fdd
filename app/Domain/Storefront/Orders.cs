using Hotfix.Domain.Versions;

namespace Hotfix.Domain.Storefront;

/// <param name="Bytes">A zip or a CRX; which of them is seen in the bytes.</param>
internal sealed record StorePackage(ReadOnlyMemory<byte> Bytes);

/// <param name="Version">What the store read in the package; null while it has not.</param>
internal sealed record UploadAnswer(UploadState State, ChromeVersion? Version);

/// <param name="Staged">Held after the review until it is published.</param>
/// <param name="Percentage">Of the users to begin with, from 0 to 100; null leaves it to the dashboard's value, as it has to be for an item with 10,000 users or fewer.</param>
/// <param name="BlockOnWarnings">A warning is a refusal.</param>
internal sealed record PublishOrder(bool Staged = false, int? Percentage = null, bool BlockOnWarnings = false);

internal sealed record PublishAnswer(ItemState State, Values<string> Warnings);

/// <param name="Target">A version that was published, as it was written then.</param>
/// <param name="NewVersion">Above the one that is published.</param>
/// <param name="Reason">Kept by the store and shown in the dashboard.</param>
internal sealed record RollbackOrder(string Target, ChromeVersion NewVersion, string Reason);

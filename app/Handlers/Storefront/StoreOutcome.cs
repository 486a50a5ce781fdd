using Hotfix.Domain;
using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Handlers.Storefront;

/// <summary>What became of something that was wanted of the store.</summary>
/// <param name="Result">One of <see cref="StoreResults"/>.</param>
/// <param name="Percentage">Of the users; null where it is not known.</param>
/// <param name="Sentence">The same for people.</param>
internal sealed record StoreOutcome(string Result, string Sentence, ItemState? State = null, ChromeVersion? Version = null, int? Percentage = null, Values<string> Warnings = default);

/// <summary>What a workflow branches on.</summary>
internal static class StoreResults
{
    public const string Submitted = "submitted";
    public const string Uploaded = "uploaded";
    public const string Published = "published";

    /// <summary>It was so before.</summary>
    public const string Skipped = "skipped";

    public const string Raised = "raised";
    public const string RolledBack = "rolled-back";
    public const string Cancelled = "cancelled";

    /// <summary>Nothing was written.</summary>
    public const string DryRun = "dry-run";
}

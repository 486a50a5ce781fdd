using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Rollout;

/// <summary>What is done next about a package; after <see cref="Cancel"/> and <see cref="AwaitUpload"/> the store is asked, and it is decided, again.</summary>
internal abstract record PublishStep
{
    private PublishStep()
    {
    }

    /// <summary>It is as it is wished.</summary>
    internal sealed record Skip(ItemState State, int? Percentage, string Why) : PublishStep;

    internal sealed record Raise(ChromeVersion Version, int From, int To) : PublishStep;

    /// <summary>This version is approved, and goes live.</summary>
    internal sealed record PublishStaged : PublishStep;

    /// <summary>Another submission is taken back first.</summary>
    internal sealed record Cancel(Revision Other) : PublishStep;

    /// <summary>The store still processes an upload, which is not ours.</summary>
    internal sealed record AwaitUpload : PublishStep;

    /// <summary>The package is uploaded, and submitted where that is wished.</summary>
    internal sealed record Upload : PublishStep;

    internal sealed record Refuse(string Why) : PublishStep;
}

using Hotfix.Domain;

namespace Hotfix.Releases.Publishing;

/// <summary>What is left to do until a release is what it should be, in this order.</summary>
/// <param name="Create">As a draft, so that nobody sees it before it is whole.</param>
/// <param name="Retarget">The draft is for another commit.</param>
/// <param name="Remove">Files of a draft that are others than ours, or not whole.</param>
/// <param name="Upload">Names of files.</param>
/// <param name="Kept">Names of files that are there and stay as they are.</param>
/// <param name="Publish">The draft becomes a release.</param>
/// <param name="Promote">The pre-release becomes a release.</param>
internal sealed record ReleasePlan(bool Create, bool Retarget, Values<HeldFile> Remove, Values<string> Upload, Values<string> Kept, bool Publish, bool Promote)
{
    public bool IsEmpty => !Create && !Retarget && Remove.Count == 0 && Upload.Count == 0 && !Publish && !Promote;
}

/// <param name="Refusal">One sentence; null where there is a plan.</param>
internal sealed record ReleaseRuling(ReleasePlan? Plan, string? Refusal);

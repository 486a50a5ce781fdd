namespace Hotfix.Domain;

/// <summary>A release as it is at GitHub.</summary>
/// <param name="Target">The branch or commit at which publishing a draft makes the tag, where there is none.</param>
/// <param name="Page">Its address for people.</param>
/// <param name="IsImmutable">GitHub neither adds a file to it nor takes one away any more.</param>
internal sealed record HeldRelease(long Id, string Tag, string Target, bool IsDraft, bool IsPrerelease, string Page, Values<HeldFile> Files, bool IsImmutable = false);

/// <param name="Sha256">64 hexadecimal digits; null where GitHub has not said.</param>
/// <param name="IsWhole">False for what an upload that failed left behind.</param>
/// <param name="Url">Where people get it, once its release is published.</param>
internal sealed record HeldFile(long Id, string Name, long Bytes, string? Sha256, bool IsWhole, string? Url = null);

/// <summary>A release as it is to be.</summary>
/// <param name="Commit">40 hexadecimal digits.</param>
/// <param name="Files">The first is the package: what the release is about.</param>
internal sealed record WantedRelease(string Tag, string Commit, bool IsPrerelease, Values<WantedFile> Files);

internal sealed record WantedFile(string Name, long Bytes, string Sha256);

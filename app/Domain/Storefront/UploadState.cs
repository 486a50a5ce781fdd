namespace Hotfix.Domain.Storefront;

/// <summary>What became of an upload (Chrome Web Store API v2, <c>UploadState</c>).</summary>
internal enum UploadState
{
    /// <summary>Not said, or a word that is not known.</summary>
    Unknown,

    Succeeded,

    /// <summary>The store still unpacks it.</summary>
    InProgress,

    Failed,

    NotFound,
}

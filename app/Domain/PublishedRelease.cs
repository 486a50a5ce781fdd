namespace Hotfix.Domain;

/// <summary>A release that users have.</summary>
internal sealed record PublishedRelease(string Tag, bool IsPrerelease, DateTimeOffset At);

namespace Hotfix.Domain.Versions;

/// <summary>A version that Hotfix has given out, so that it is never given again, whatever became of it.</summary>
/// <param name="Version">The semantic one.</param>
/// <param name="Store">The store's, where the hotfix goes to one.</param>
/// <param name="Issue">The number of the issue it was given to.</param>
internal sealed record ClaimedVersion(string Version, string? Store, int Issue, DateTimeOffset At);

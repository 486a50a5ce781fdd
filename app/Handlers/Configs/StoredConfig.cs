namespace Hotfix.Handlers.Configs;

/// <summary>What is known of a repository's configuration file.</summary>
/// <param name="Text">The last good one; null when there is none, or none was ever good.</param>
/// <param name="Sha">Git's name of that text.</param>
/// <param name="Rejected">Why the newest file does not count, in one sentence; null when it does.</param>
/// <param name="ReadAt">When GitHub was last asked.</param>
/// <param name="Since">Of an account's file: since when the App may see what it sees; what was found missing before that is looked for again.</param>
internal sealed record StoredConfig(string? Text, string? Sha, string? Rejected, DateTimeOffset ReadAt, DateTimeOffset Since);

/// <summary>What is known of a repository's CODEOWNERS; the text is null when it has none.</summary>
internal sealed record StoredCodeOwners(string? Text, DateTimeOffset ReadAt);

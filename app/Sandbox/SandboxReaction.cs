namespace Hotfix.Sandbox;

/// <summary>A reaction to a comment: <c>+1</c>, <c>-1</c>, <c>laugh</c>, <c>confused</c>, <c>heart</c>, <c>hooray</c>, <c>rocket</c> or <c>eyes</c>.</summary>
internal sealed record SandboxReaction(long Id, SandboxUser By, string Content, DateTimeOffset Created);

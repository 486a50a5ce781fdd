namespace Hotfix.Sandbox;

/// <summary>That somebody made a branch lead to a commit.</summary>
/// <param name="Before">Where it led; null for a new branch.</param>
internal sealed record SandboxPush(string Branch, string? Before, string After, SandboxUser By);

using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>A commit status, of the kind that was there before check runs. The newest of a context counts.</summary>
/// <param name="State"><c>pending</c>, <c>success</c>, <c>failure</c> or <c>error</c>.</param>
internal sealed record SandboxStatus(SandboxRepository Repository, long Id, SandboxCommit Commit, string Context, string State, string? Description, SandboxUser By, DateTimeOffset Created);

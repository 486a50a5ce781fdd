namespace Hotfix.Domain;

/// <summary>Keeps what a workflow told in the journal.</summary>
/// <param name="Objection">Why it does not count; null where it does.</param>
internal sealed record KeepBuild(IssueId Issue, Build Build, string? Objection) : Effect;

/// <summary>Has GitHub run the hotfix workflow on a branch.</summary>
/// <param name="File">The workflow's file name.</param>
/// <param name="Commit">The branch's head when it was decided; by it a run is found that was started already.</param>
internal sealed record StartWorkflow(IssueId Issue, string File, string Branch, string Commit, WorkflowInputs Inputs) : Effect;

/// <summary>What the workflow is told.</summary>
/// <param name="Plan">SHA-256 (hexadecimal) of what was decided when the hotfix was started, so that a run can be held against it.</param>
internal sealed record WorkflowInputs(string Severity, string Target, string Version, string Plan);

namespace Hotfix.Domain;

/// <summary>
/// What GitHub vouches for in the token of a workflow's run. Only a token whose signature, issuer, audience and times were found right becomes one of these.
/// <para>Source: GitHub docs, "OpenID Connect reference", the claims <c>repository_id</c>, <c>repository</c>, <c>ref</c>, <c>sha</c>, <c>event_name</c>, <c>workflow_ref</c>, <c>job_workflow_ref</c>, <c>run_id</c>, <c>run_attempt</c>.</para>
/// </summary>
/// <param name="Repository">Its name with its owner's, as it is called now.</param>
/// <param name="Ref">The full one: <c>refs/heads/BRANCH</c>, <c>refs/tags/TAG</c>, <c>refs/pull/NUMBER/merge</c>.</param>
/// <param name="Commit">40 hexadecimal digits.</param>
/// <param name="Event">What set the workflow off: <c>push</c>.</param>
/// <param name="Workflow">The workflow that was set off: <c>OWNER/NAME/PATH@REF</c>; likewise <paramref name="Job"/>, of the job, which may be in a workflow of somebody else's.</param>
/// <param name="Attempt">From 1.</param>
internal sealed record WorkflowClaims(long RepositoryId, string Repository, string Ref, string Commit, string Event, string Workflow, string Job, long Run, int Attempt);

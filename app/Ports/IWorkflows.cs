using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// The workflows of a repository: to start one, and to find its run. Errors: as for <see cref="IIssues"/>.
/// <para>Source: GitHub REST, "Create a workflow dispatch event", "List workflow runs for a workflow", "Get a repository", API version 2022-11-28.</para>
/// </summary>
internal interface IWorkflows
{
    /// <summary>Starts a workflow on a branch. Null where GitHub does not say which run that is, as older enterprise servers do not. One call.</summary>
    /// <exception cref="RefusedException">Also where the branch has no such workflow, or one that cannot be started so.</exception>
    Task<WorkflowRun?> StartAsync(Repository repository, string file, string branch, WorkflowInputs inputs, CancellationToken cancellationToken);

    /// <summary>The newest run of a workflow on a commit; null where there is none. One call.</summary>
    Task<WorkflowRun?> FindAsync(Repository repository, string file, string commit, CancellationToken cancellationToken);

    /// <summary>How the repository is called now, with its owner's name; null where there is none of its number under the name that is known. One call.</summary>
    Task<string?> NameAsync(Repository repository, CancellationToken cancellationToken);
}

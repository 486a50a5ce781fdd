using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Builds;

/// <summary>
/// Whether the run that a genuine token speaks of may tell something about a hotfix. It must be of the workflow that the configuration names, in the repository itself, on what a hotfix was made for;
/// a pull request's run is none, for its commit is GitHub's merge and its workflow may be a stranger's.
/// </summary>
internal static class ClaimCheck
{
    private static readonly string[] Events = ["push", "workflow_dispatch", "release"];

    /// <summary>Null where it may, else one sentence that begins with the claim that is wrong.</summary>
    /// <param name="repository">How GitHub calls the repository of the claim <c>repository_id</c>.</param>
    /// <param name="workflow">The path of the workflow that may report.</param>
    /// <param name="isOfHotfix">The ref is a hotfix's branch, its tag, or where it goes.</param>
    public static string? Objection(WorkflowClaims claims, string repository, string workflow, bool isOfHotfix)
    {
        var wanted = $"{claims.Repository}/{workflow}@{claims.Ref}";

        return claims switch
        {
            _ when !Same(claims.Repository, repository) => $"repository is {Quote.Code(claims.Repository)}, and the repository of that repository_id is {Quote.Code(repository)}.",
            _ when !Events.Contains(claims.Event) => $"event_name is {Quote.Code(claims.Event)}, and only runs by {string.Join(", ", Events)} may report.",
            _ when RefOf(claims) is null || !isOfHotfix => $"ref is {Quote.Code(claims.Ref)}, and no hotfix has that branch or tag.",
            _ when !SamePath(claims.Workflow, wanted) => $"workflow_ref is {Quote.Long(claims.Workflow, 200)}, and only {Quote.Long(wanted, 200)} may report (`pipeline.workflow` of the configuration).",
            _ when !SamePath(claims.Job, wanted) => $"job_workflow_ref is {Quote.Long(claims.Job, 200)}, and the job that reports must be in {Quote.Code(workflow)} itself.",
            _ => null,
        };
    }

    /// <summary>The ref as the index knows it: <c>heads/BRANCH</c> or <c>tags/TAG</c>; null of any other.</summary>
    public static string? RefOf(WorkflowClaims claims) =>
        claims.Ref.StartsWith("refs/heads/", StringComparison.Ordinal) || claims.Ref.StartsWith("refs/tags/", StringComparison.Ordinal) ? claims.Ref["refs/".Length..] : null;

    /// <summary>Owner and name of a repository are the same in any case; paths and refs are not.</summary>
    private static bool SamePath(string claim, string wanted)
    {
        var (at, name) = (Second(claim), Second(wanted));

        return at > 0 && name > 0 && Same(claim[..at], wanted[..name]) && claim[at..] == wanted[name..];
    }

    private static int Second(string path) => path.IndexOf('/', path.IndexOf('/', StringComparison.Ordinal) + 1);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

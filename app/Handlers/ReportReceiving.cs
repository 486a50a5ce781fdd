using System.Security.Cryptography;
using Hotfix.Builds;
using Hotfix.Builds.Reading;
using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>What became of a report whose token is genuine.</summary>
internal abstract record ReportReceived
{
    /// <param name="Delivery">The delivery's id; the same for the same report sent again.</param>
    internal sealed record Stored(string Delivery) : ReportReceived;

    /// <summary>No hotfix was ever made in the repository.</summary>
    internal sealed record Stranger : ReportReceived;

    /// <param name="Sentence">Begins with the claim that is wrong.</param>
    internal sealed record Disbelieved(string Sentence) : ReportReceived;

    internal sealed record Wrong(string Sentence) : ReportReceived;
}

/// <summary>
/// Takes a workflow's report in as a delivery of its hotfix. Whoever has a repository at GitHub can get a genuine token, so nothing is asked of GitHub, and nothing is stored, for a repository in which no hotfix was made.
/// <para>Errors: <see cref="StoreUnavailableException"/> and those of <see cref="IWorkflows"/>: nothing was promised.</para>
/// </summary>
/// <param name="web">GitHub's address for people.</param>
internal sealed class ReportReceiving(IssueIndex index, IWorkflows workflows, Processes processes, Inbox inbox, TimeProvider time, GitHubPages web)
{
    public async Task<ReportReceived> ReceiveAsync(WorkflowClaims claims, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (await index.RepositoryAsync(claims.RepositoryId, cancellationToken) is not { } repository)
        {
            return new ReportReceived.Stranger();
        }

        var name = $"{repository}".Equals(claims.Repository, StringComparison.OrdinalIgnoreCase) ? $"{repository}" : await workflows.NameAsync(repository, cancellationToken) ?? $"{repository}"; // it may have been renamed
        var issue = await FindAsync(claims, cancellationToken);
        var profile = (await processes.OfAsync(issue?.Repository ?? repository, cancellationToken)).Profile;

        if (ClaimCheck.Objection(claims, name, PipelineRules.WorkflowOf(profile.Pipeline), issue is not null) is { } wrong)
        {
            return new ReportReceived.Disbelieved(wrong);
        }

        var reading = ReportReader.Read(body);

        if (reading.Build is not { } told)
        {
            return new ReportReceived.Wrong(reading.Objection!);
        }

        var build = told with { Run = claims.Run, Attempt = claims.Attempt, Commit = claims.Commit, Ref = ClaimCheck.RefOf(claims)!, At = time.GetUtcNow(), Url = web.RunOf(claims) };
        var delivery = Derived.BuildOf(issue!, build, Convert.ToHexStringLower(SHA256.HashData(body.Span)));
        await inbox.ReceiveAsync(delivery, cancellationToken);

        return new ReportReceived.Stored(delivery.Id);
    }

    /// <summary>By branch or tag; on a branch into which hotfixes go by the merge that was built, and else the last of them: its merge may not have been told yet.</summary>
    private async Task<IssueId?> FindAsync(WorkflowClaims claims, CancellationToken cancellationToken) => ClaimCheck.RefOf(claims) switch
    {
        null => null,
        var name when await index.OfRefsAsync(claims.RepositoryId, [name], cancellationToken) is { } found => found,
        var name when name.StartsWith("heads/", StringComparison.Ordinal) => await index.OfRefsAsync(claims.RepositoryId, [IssueIndex.Merge(claims.Commit), IssueIndex.Line(name["heads/".Length..])], cancellationToken),
        _ => null,
    };
}

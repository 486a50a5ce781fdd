using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>
/// Version, branches and pull request of a fix. Each can be done again: what is there as it was wanted is taken for done. What GitHub will not have done is a refusal and no error,
/// so that what was done before it is taken back. Errors: no answer, as for <see cref="IIssues"/>, and those of the store.
/// </summary>
internal sealed class StartEffects(IGit git, IPullRequests pulls, IIssues issues, VersionLedger versions, IssueIndex index)
{
    /// <summary>Where somebody else got a version since this one was chosen, the fix does not begin yet, and the next step chooses anew.</summary>
    public async Task<Performed> ClaimAsync(ClaimVersion claim, Domain.Hotfix hotfix, CancellationToken cancellationToken)
    {
        var isOurs = claim.Fix.Version is not { } version || await versions.ClaimAsync(claim.Issue.Repository, version, claim.Revision, cancellationToken);

        return isOurs ? new("given out", new DropFix(claim.Issue), await FoundAsync(hotfix, claim.Fix, cancellationToken)) : new("another version was given out meanwhile", null, hotfix);
    }

    public Task<Performed> CreateAsync(CreateBranch create, Domain.Hotfix hotfix, CancellationToken cancellationToken) => TryAsync(hotfix, async () =>
    {
        var repository = create.Issue.Repository;

        if (create.IsFix && await index.OfRefsAsync(repository.Id, [$"heads/{create.Branch}"], cancellationToken) is { } holder && holder.Number != create.Issue.Number)
        {
            return new("another hotfix's", null, hotfix, Replies.BranchIsOf(create.Branch, holder.Number));
        }

        var there = await git.CommitOfAsync(repository, $"heads/{create.Branch}", cancellationToken) ?? await git.CreateBranchAsync(repository, create.Branch, create.Commit, cancellationToken);
        var isOurs = there is null || there == create.Commit || (create.IsFix && there == hotfix.Fix?.Head);

        if (!isOurs)
        {
            return new("there is another one", null, hotfix, Replies.BranchIsElsewhere(create.Branch, create.Commit, there!, create.IsFix));
        }

        var inverse = create.IsFix || there is null ? new DeleteBranch(create.Issue, create.Branch, create.Commit) : null; // a line that was there is somebody else's too
        var fix = create.IsFix ? hotfix.Fix! with { Head = there ?? create.Commit } : hotfix.Fix;

        return new(there is null ? "made" : "there already", inverse, create.IsFix ? await FoundAsync(hotfix, fix!, cancellationToken) : hotfix);
    });

    /// <summary>Only what nobody has pushed to goes, and no line that another hotfix has come to since; work of people stays, and so does what GitHub will not have deleted.</summary>
    public async Task<Performed> DeleteAsync(DeleteBranch delete, Domain.Hotfix hotfix, CancellationToken cancellationToken)
    {
        if (await index.OfRefsAsync(delete.Issue.Repository.Id, [IssueIndex.Line(delete.Branch)], cancellationToken) is { } other && other.Number != delete.Issue.Number)
        {
            return new(Deeds.LineKept, null, hotfix);
        }

        try
        {
            return new(await git.DeleteBranchAsync(delete.Issue.Repository, delete.Branch, delete.Commit, cancellationToken) ? "deleted" : Deeds.BranchKept, null, hotfix);
        }
        catch (RefusedException refused)
        {
            return new($"{Deeds.NotLet}{refused.Message}", null, hotfix);
        }
    }

    public Task<Performed> CommitAsync(CommitFiles commit, Domain.Hotfix hotfix, CancellationToken cancellationToken) => TryAsync(hotfix, async () =>
    {
        var repository = commit.Issue.Repository;
        var files = new List<FileToCommit>();

        foreach (var change in commit.Files)
        {
            var file = change.Was is null ? null : await git.ReadAsync(repository, change.Path, commit.Parent, cancellationToken);
            var text = file?.Text ?? "";

            if (file?.Sha != change.Was || change.At + change.Removed > text.Length)
            {
                return new("a file is another one", null, hotfix, Replies.FileIsAnother(change.Path));
            }

            files.Add(new(change.Path, string.Concat(text.AsSpan(0, change.At), change.Inserted, text.AsSpan(change.At + change.Removed)), file?.HasMark == true));
        }

        // One commit above with this message is ours, from a try without an answer.
        var made = await git.CommitAsync(repository, commit.Branch, commit.Parent, commit.Message, files, look: true, cancellationToken);

        return made is null
            ? new("the branch is elsewhere", null, hotfix, Replies.BranchMoved(commit.Branch))
            : new($"commit {made}", new DeleteBranch(commit.Issue, commit.Branch, made), hotfix with { Fix = hotfix.Fix! with { Head = made, Own = [.. hotfix.Fix.Own.Append(made).Distinct()] } });
    });

    public Task<Performed> OpenAsync(OpenPullRequest open, Domain.Hotfix hotfix, CancellationToken cancellationToken) => TryAsync(hotfix, async () =>
    {
        var pull = await pulls.OpenDraftAsync(open.Issue.Repository, open.Title, open.Body, open.Head, open.Base, cancellationToken);
        var fix = hotfix.Fix! with { Pull = new(pull.Number, pull.State, pull.Head, pull.Base) };

        return new($"pull request #{pull.Number}", new SetPullRequestOpen(open.Issue, pull.Number, false), await FoundAsync(hotfix, fix, cancellationToken));
    });

    /// <summary>Where GitHub will not have it, as it will not reopen one whose branch is gone, it stays as it is.</summary>
    public async Task<Performed> SetOpenAsync(SetPullRequestOpen set, Domain.Hotfix hotfix, CancellationToken cancellationToken)
    {
        try
        {
            await pulls.SetOpenAsync(set.Issue.Repository, set.Number, set.IsOpen, cancellationToken);
        }
        catch (RefusedException refused)
        {
            return new($"{Deeds.NotLet}{refused.Message}", null, hotfix);
        }

        return new(set.IsOpen ? "opened again" : "closed", set with { IsOpen = !set.IsOpen }, hotfix);
    }

    /// <summary>Whom GitHub will not assign is still named by the card, as the owner; nothing else depends on it.</summary>
    public async Task<Performed> AssignAsync(AssignPullRequest assign, Domain.Hotfix? hotfix, CancellationToken cancellationToken) =>
        new(await issues.AssignAsync(assign.Issue with { Number = assign.Number }, assign.Login, cancellationToken) ? $"given to {assign.Login}" : $"GitHub will not assign {assign.Login}", null, hotfix);

    /// <summary>What happens to branch, tag and pull request finds its way from the moment on they are known.</summary>
    private async Task<Domain.Hotfix> FoundAsync(Domain.Hotfix hotfix, Fix fix, CancellationToken cancellationToken)
    {
        var next = hotfix with { Fix = fix };
        await index.AddAsync(hotfix, next, cancellationToken);

        return next;
    }

    private static async Task<Performed> TryAsync(Domain.Hotfix hotfix, Func<Task<Performed>> deed)
    {
        try
        {
            return await deed();
        }
        catch (RefusedException refused)
        {
            return new("refused", null, hotfix, Replies.GitHubRefused(refused.Message));
        }
    }
}

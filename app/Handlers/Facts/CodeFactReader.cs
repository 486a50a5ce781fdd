using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;
using Hotfix.Releases;
using Hotfix.Templates;

namespace Hotfix.Handlers.Facts;

/// <summary>Releases, tags and files that start looks at; and of a fix, what is at GitHub by now. Errors: those of the ports.</summary>
internal sealed class CodeFactReader(IGit git, IReleases releases, IFiles files, VersionLedger versions)
{
    public async Task<CodeFacts> ReadAsync(IssueId issue, Command command, Domain.Hotfix? hotfix, Profile profile, CancellationToken cancellationToken)
    {
        var (repository, rules) = (issue.Repository, profile.Branches);
        var standard = await git.DefaultBranchAsync(repository, cancellationToken);
        Values<string> tags = [.. await git.TagsAsync(repository, cancellationToken)];

        // What has begun goes on from where it began.
        var source = hotfix?.Fix is { } fix
            ? new(fix.From, fix.Base, rules.Base == BranchBase.ReleaseLine, "", null)
            : SourceChoice.Choose(rules, standard, [.. await releases.ListAsync(repository, cancellationToken)], tags, command.Flag("from"), hotfix?.Assessment?.Version);
        var commit = hotfix?.Fix?.FromCommit
            ?? (source.Refusal is null ? await git.CommitOfAsync(repository, source.IsLine ? $"tags/{source.Tag}" : $"heads/{standard}", cancellationToken) : null);
        var (found, unread) = commit is null ? ([], null) : await FilesAsync(repository, rules, commit, cancellationToken);
        var name = PullRequestText.TemplateOf(profile, hotfix?.Assessment?.Severity ?? profile.Otherwise);

        return new(
            unread is null ? source : SourceChosen.No(unread),
            commit,
            tags,
            await versions.ReadAsync(repository, cancellationToken),
            rules.Store is null ? [] : await StoreKnownAsync(repository, rules, standard, cancellationToken),
            found,
            new(name, (await files.ReadAsync(repository, PinnedTemplate.PathOf(name), null, cancellationToken))?.Text ?? BuiltInTemplates.Text(name) ?? ""));
    }

    /// <summary>The files, and why one cannot be read: too large, or no text.</summary>
    private async Task<(Values<SourceFile> Files, string? Unread)> FilesAsync(Repository repository, BranchRules rules, string commit, CancellationToken cancellationToken)
    {
        var found = new List<SourceFile>();

        try
        {
            foreach (var path in VersionFiles.Paths(rules).Concat(rules.Changelog is { } changelog ? [changelog] : Array.Empty<string>()).Distinct())
            {
                if (await git.ReadAsync(repository, path, commit, cancellationToken) is { } file)
                {
                    found.Add(new(path, file.Text, file.Sha, file.HasMark));
                }
            }
        }
        catch (RefusedException refused)
        {
            return ([], Replies.GitHubRefused(refused.Message));
        }

        return ([.. found], null);
    }

    private async Task<Values<string>> StoreKnownAsync(Repository repository, BranchRules rules, string branch, CancellationToken cancellationToken)
    {
        var known = new List<string>();

        if (await git.CommitOfAsync(repository, $"heads/{branch}", cancellationToken) is { } head)
        {
            foreach (var path in rules.VersionFiles.Select(rule => rule.Path).Where(StoreManifest.IsOne))
            {
                if (await git.ReadAsync(repository, path, head, cancellationToken) is { } file && StoreManifest.VersionOf(file.Text) is { } version)
                {
                    known.Add(version);
                }
            }
        }

        return [.. known];
    }
}

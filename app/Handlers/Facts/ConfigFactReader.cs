using Hotfix.Configuration;
using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Ports;
using Hotfix.Profiles;

namespace Hotfix.Handlers.Facts;

/// <summary>Reads the configuration file an event is about, and rehearses it. Null facts: the event does not touch it.</summary>
internal sealed class ConfigFactReader(IFiles files, IPullRequests pulls, IChecks checks, ConfigFiles configs, Processes processes, RehearsalReader rehearsals)
{
    public async Task<ConfigFacts?> ReadAsync(RepositoryEvent happened, string delivery, CancellationToken cancellationToken) => happened switch
    {
        FilesPushed push when push.Paths.Contains(WatchedFiles.Config) => await OfPushAsync(push, delivery, cancellationToken),
        PullRequestChanged { Change: PullChange.Content } pull => await OfPullAsync(pull, delivery, cancellationToken),
        CheckRequested requested => await OfCheckAsync(requested, delivery, cancellationToken),
        _ => null,
    };

    /// <summary>The verdict is on what was pushed; what counts is what stands at the head by now. A push that does not say what it touched, to a repository that has no file, touched none.</summary>
    private async Task<ConfigFacts?> OfPushAsync(FilesPushed push, string delivery, CancellationToken cancellationToken)
    {
        var known = await configs.KnownAsync(push.Repository, cancellationToken);
        var file = await files.ReadAsync(push.Repository, WatchedFiles.Config, push.Commit, cancellationToken);

        if (file is null && known?.Text is null)
        {
            return null;
        }

        var counts = push.IsDefault && (await files.ReadAsync(push.Repository, WatchedFiles.Config, null, cancellationToken))?.Sha == file?.Sha;

        return await OfAsync(push.Repository, delivery, push.Commit, file, known?.Sha, counts, cancellationToken);
    }

    /// <summary>One read where the file is the one that counts, which is nearly always; else the list of files tells whether it is the pull request that changes it.</summary>
    private async Task<ConfigFacts?> OfPullAsync(PullRequestChanged pull, string delivery, CancellationToken cancellationToken)
    {
        var known = await configs.OfAsync(pull.Repository, DateTimeOffset.MinValue, cancellationToken);
        var file = await files.ReadAsync(pull.Repository, WatchedFiles.Config, pull.Commit, cancellationToken);

        return file?.Sha != known.Sha && await pulls.TouchesAsync(pull.Repository, pull.Number, WatchedFiles.Config, cancellationToken)
            ? await OfAsync(pull.Repository, delivery, pull.Commit, file, known.Sha, false, cancellationToken)
            : null;
    }

    /// <summary>A verdict is given again only where there was one.</summary>
    private async Task<ConfigFacts?> OfCheckAsync(CheckRequested requested, string delivery, CancellationToken cancellationToken)
    {
        if (requested.Name is not (null or ConfigDecision.CheckName) || await checks.FindAsync(requested.Repository, requested.Commit, ConfigDecision.CheckName, cancellationToken) is null)
        {
            return null;
        }

        var known = await configs.KnownAsync(requested.Repository, cancellationToken);
        var file = await files.ReadAsync(requested.Repository, WatchedFiles.Config, requested.Commit, cancellationToken);

        return await OfAsync(requested.Repository, delivery, requested.Commit, file, known?.Sha, known?.Sha == file?.Sha, cancellationToken);
    }

    private async Task<ConfigFacts> OfAsync(Repository repository, string delivery, string commit, RepositoryFile? file, string? known, bool counts, CancellationToken cancellationToken)
    {
        var reading = file is null ? null : ConfigReader.Read(file.Text, WatchedFiles.Config);
        var rehearsed = reading is null or { Errors.Count: 0 }
            ? await rehearsals.ReadAsync(repository, await processes.KnownAsync(repository, cancellationToken), await processes.IfAsync(repository, file?.Text, cancellationToken), cancellationToken)
            : null;

        return new(delivery, repository, commit, file?.Text, file?.Sha, reading, known, counts, repository.Name == ConfigRows.AccountRepository, rehearsed);
    }
}

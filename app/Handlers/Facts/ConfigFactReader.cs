using Hotfix.Configuration;
using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Ports;
using Hotfix.Profiles;

namespace Hotfix.Handlers.Facts;

/// <summary>Reads the configuration file an event is about, and rehearses it. Null facts: the event does not touch it.</summary>
internal sealed class ConfigFactReader(IFiles files, IPullRequests pulls, IChecks checks, ConfigFiles configs, Processes processes, RehearsalReader rehearsals)
{
    public async Task<ConfigFacts?> ReadAsync(RepositoryEvent happened, CancellationToken cancellationToken)
    {
        var repository = happened.Repository;

        return happened switch
        {
            FilesPushed push when push.Paths.Contains(WatchedFiles.Config) => await OfAsync(
                repository, push.Commit, await files.ReadAsync(repository, WatchedFiles.Config, push.Commit, cancellationToken), await configs.BeforePushAsync(repository, cancellationToken), push.IsDefault, cancellationToken),
            PullRequestChanged pull => await OfPullAsync(pull, await configs.OfAsync(repository, DateTimeOffset.MinValue, cancellationToken), cancellationToken),
            CheckRequested requested => await OfCheckAsync(requested, await configs.OfAsync(repository, DateTimeOffset.MinValue, cancellationToken), cancellationToken),
            _ => null,
        };
    }

    /// <summary>One read where the file is the one that counts, which is nearly always; else the list of files tells whether it is the pull request that changes it.</summary>
    private async Task<ConfigFacts?> OfPullAsync(PullRequestChanged pull, StoredConfig known, CancellationToken cancellationToken)
    {
        var file = await files.ReadAsync(pull.Repository, WatchedFiles.Config, pull.Commit, cancellationToken);

        return file?.Sha != known.Sha && await pulls.TouchesAsync(pull.Repository, pull.Number, WatchedFiles.Config, cancellationToken)
            ? await OfAsync(pull.Repository, pull.Commit, file, known, false, cancellationToken)
            : null;
    }

    /// <summary>A verdict is given again only where there was one.</summary>
    private async Task<ConfigFacts?> OfCheckAsync(CheckRequested requested, StoredConfig known, CancellationToken cancellationToken) =>
        requested.Name is null or ConfigDecision.CheckName && await checks.FindAsync(requested.Repository, requested.Commit, ConfigDecision.CheckName, cancellationToken) is not null
            ? await OfAsync(requested.Repository, requested.Commit, await files.ReadAsync(requested.Repository, WatchedFiles.Config, requested.Commit, cancellationToken), known, false, cancellationToken)
            : null;

    private async Task<ConfigFacts> OfAsync(Repository repository, string commit, RepositoryFile? file, StoredConfig? known, bool counts, CancellationToken cancellationToken)
    {
        var reading = file is null ? null : ConfigReader.Read(file.Text, WatchedFiles.Config);
        var rehearsed = reading is null or { Errors.Count: 0 }
            ? await rehearsals.ReadAsync(repository, await processes.OfAsync(repository, cancellationToken), await processes.IfAsync(repository, file?.Text, cancellationToken), cancellationToken)
            : null;

        return new(repository, commit, file?.Text, file?.Sha, reading, known?.Sha, counts, repository.Name == ConfigRows.AccountRepository, rehearsed);
    }
}

using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Profiles;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Configs;

/// <summary>
/// The configuration files as we know them: read from GitHub at a repository's first event, from then on from the store, and asked for again once a day in case a push was never told of.
/// A file with errors never replaces the last good one.
/// <para>Errors: those of <see cref="IFiles"/> when a file was never read before; later, an outage leaves what is known.</para>
/// </summary>
internal sealed class ConfigFiles(IDocuments documents, IFiles files, Inbox inbox, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>The repository's own file.</summary>
    /// <param name="since">Known before that does not count: what the App may see has changed.</param>
    public async Task<StoredConfig> OfAsync(Repository repository, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var known = await FindAsync(ConfigRows.Of(repository), cancellationToken);

        if (known.Config is { } config && config.ReadAt >= since && IsFresh(config))
        {
            return config;
        }

        if (known.Config is null)
        {
            await documents.WriteAsync(ConfigRows.Repositories(repository.Installation), [new Set(ConfigRows.Row(repository), StateJson.Write(repository, StateJson.Default.Repository))], cancellationToken);
        }

        return await ReadAsync(ConfigRows.Of(repository), repository, known, cancellationToken);
    }

    /// <summary>The account's file.</summary>
    public async Task<StoredConfig> OfAccountAsync(Repository repository, CancellationToken cancellationToken)
    {
        var partition = ConfigRows.OfAccount(repository.Installation);
        var known = await FindAsync(partition, cancellationToken);

        return known.Config is { } config && IsFresh(config)
            ? config
            : await ReadAsync(partition, repository with { Id = 0, Name = ConfigRows.AccountRepository }, known, cancellationToken);
    }

    /// <summary>What the store has of a repository's file; null where it has nothing yet. Of the repository that holds the account's file, it is that one.</summary>
    public async Task<StoredConfig?> KnownAsync(Repository repository, CancellationToken cancellationToken) => repository.Name == ConfigRows.AccountRepository
        ? await KnownOfAccountAsync(repository.Installation, cancellationToken)
        : (await FindAsync(ConfigRows.Of(repository), cancellationToken)).Config;

    public async Task<StoredConfig?> KnownOfAccountAsync(long installation, CancellationToken cancellationToken) => (await FindAsync(ConfigRows.OfAccount(installation), cancellationToken)).Config;

    /// <summary>A push brought this file; errors keep the text that was good.</summary>
    public Task AdoptAsync(Repository repository, string? text, string? sha, CancellationToken cancellationToken) => Task.WhenAll(
        SetAsync(ConfigRows.Of(repository), text, sha, cancellationToken),
        repository.Name == ConfigRows.AccountRepository ? SetAsync(ConfigRows.OfAccount(repository.Installation), text, sha, cancellationToken) : Task.CompletedTask);

    /// <summary>What the App may see has changed: the account's file is read anew when it is next needed, and so are those of repositories that had none.</summary>
    public async Task ForgetAccountAsync(long installation, CancellationToken cancellationToken)
    {
        var partition = ConfigRows.OfAccount(installation);
        var known = await FindAsync(partition, cancellationToken);
        StoredConfig forgotten = new(known.Config?.Text, known.Config?.Sha, known.Config?.Rejected, default, time.GetUtcNow());
        await documents.WriteAsync(partition, [new Set(ConfigRows.File, Body(forgotten))], cancellationToken);
    }

    private async Task<(StoredConfig? Config, string? ETag)> FindAsync(string partition, CancellationToken cancellationToken) =>
        await documents.FindAsync(partition, ConfigRows.File, cancellationToken) is { } found ? (StateJson.Read(found.Body, StateJson.Default.StoredConfig), found.ETag) : default;

    private bool IsFresh(StoredConfig config) => time.GetUtcNow() - config.ReadAt < Fresh;

    private async Task<StoredConfig> ReadAsync(string partition, Repository repository, (StoredConfig? Config, string? ETag) known, CancellationToken cancellationToken)
    {
        StoredConfig next;

        try
        {
            next = Next(known.Config, await files.ReadAsync(repository, WatchedFiles.Config, null, cancellationToken));
        }
        catch (RefusedException refused)
        {
            next = Rejected(known.Config, refused.Message);
        }
        catch (Exception wrong) when (wrong is UnavailableException or PostponedException && known.Config is not null)
        {
            return known.Config;
        }

        DocumentWrite write = known.ETag is { } etag ? new Put(ConfigRows.File, Body(next), etag) : new Insert(ConfigRows.File, Body(next));

        // Who was faster has read what is at least as new.
        if (await documents.WriteAsync(partition, [write], cancellationToken) is not BatchOutcome.Written)
        {
            return (await FindAsync(partition, cancellationToken)).Config ?? next;
        }

        if (known.Config is { } old && old.Sha != next.Sha)
        {
            // A push that nobody told us of, or not yet: the clocks that ran by the old file are counted anew.
            await inbox.ReceiveAsync(Derived.RecountOf(repository, $"{next.ReadAt.UtcTicks}", ofAccount: repository.Id == 0, after: null), cancellationToken);
        }

        return next;
    }

    private async Task SetAsync(string partition, string? text, string? sha, CancellationToken cancellationToken)
    {
        var known = await FindAsync(partition, cancellationToken);
        await documents.WriteAsync(partition, [new Set(ConfigRows.File, Body(Next(known.Config, text is null ? null : new(text, sha!))))], cancellationToken);
    }

    private StoredConfig Next(StoredConfig? known, RepositoryFile? file)
    {
        return file is null || ConfigReader.Read(file.Text, WatchedFiles.Config) is not { Errors: [var first, ..] }
            ? new(file?.Text, file?.Sha, null, time.GetUtcNow(), known?.Since ?? default)
            : Rejected(known, $"line {first.Line}, column {first.Column}: {first.Message}");
    }

    private StoredConfig Rejected(StoredConfig? known, string rejected) => new(known?.Text, known?.Sha, rejected, time.GetUtcNow(), known?.Since ?? default);

    private static byte[] Body(StoredConfig config) => StateJson.Write(config, StateJson.Default.StoredConfig);
}

using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Handlers.Configs;

/// <summary>By which process a repository's reports are triaged: its own file's, else the account's, else the default profile. Nothing is read from GitHub once both files are known.</summary>
internal sealed class Processes(ConfigFiles files, ProcessCache cache)
{
    public async Task<TeamProcess> OfAsync(Repository repository, CancellationToken cancellationToken)
    {
        var own = await files.OfAsync(repository, DateTimeOffset.MinValue, cancellationToken);

        if (own.Text is not null)
        {
            return cache.Of(own.Text, null, repository);
        }

        var account = await files.OfAccountAsync(repository, cancellationToken);

        // What the App may see has changed since the file was found missing: it is looked for again.
        own = await files.OfAsync(repository, account.Since, cancellationToken);

        return cache.Of(own.Text, account.Text, repository);
    }

    /// <summary>The same by what the store has, without asking GitHub, which may have the newer file already.</summary>
    public async Task<TeamProcess> KnownAsync(Repository repository, CancellationToken cancellationToken) =>
        cache.Make((await files.KnownAsync(repository, cancellationToken))?.Text, await AccountAsync(repository, cancellationToken), repository);

    /// <summary>What would count if the repository's own file held this text; null for no such file.</summary>
    public async Task<TeamProcess> IfAsync(Repository repository, string? text, CancellationToken cancellationToken) =>
        cache.Make(text, await AccountAsync(repository, cancellationToken), repository);

    /// <summary>As far as it is known without reading anything: enough to tell what is urgent.</summary>
    public TeamProcess LastOf(Repository? repository) => cache.LastOf(repository);

    /// <summary>The repository that holds the account's file has no other to fall back to.</summary>
    private async Task<string?> AccountAsync(Repository repository, CancellationToken cancellationToken) =>
        repository.Name == ConfigRows.AccountRepository ? null : (await files.KnownOfAccountAsync(repository.Installation, cancellationToken))?.Text;
}

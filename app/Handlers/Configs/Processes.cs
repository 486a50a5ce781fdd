using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Handlers.Configs;

/// <summary>By which process a repository's reports are triaged: its own file's, else the account's, else the default profile. Nothing is read from GitHub once both files are known.</summary>
internal sealed class Processes(ConfigFiles files, ProcessCache cache)
{
    public async Task<TeamProcess> OfAsync(Repository repository, CancellationToken cancellationToken)
    {
        var own = await files.OfAsync(repository, DateTimeOffset.MinValue, cancellationToken);

        return own.Text is { } text ? cache.Of(text, repository) : await OfAccountAsync(repository, cancellationToken);
    }

    /// <summary>What would count if the repository's own file held this text; null for no such file.</summary>
    public async Task<TeamProcess> IfAsync(Repository repository, string? text, CancellationToken cancellationToken) =>
        text is not null ? cache.Of(text, repository) : await OfAccountAsync(repository, cancellationToken);

    /// <summary>The same as far as it is known without reading anything: enough to tell what is urgent.</summary>
    public TeamProcess LastOf(Repository? repository) => cache.LastOf(repository);

    private async Task<TeamProcess> OfAccountAsync(Repository repository, CancellationToken cancellationToken)
    {
        var account = await files.OfAccountAsync(repository, cancellationToken);

        // The account's file was read anew since: what the App may see has changed, also here.
        var own = await files.OfAsync(repository, account.Since, cancellationToken);

        return (own.Text, account.Text) switch
        {
            ({ } text, _) => cache.Of(text, repository),
            (_, { } text) => cache.Of(text, repository with { Name = ConfigRows.AccountRepository }, repository),
            _ => cache.Default(repository),
        };
    }
}

namespace Hotfix.Sandbox.Wire;

/// <summary>
/// An installation, as deliveries carry it. Its two dates are whole numbers (seconds since 1970), against GitHub's own description but as GitHub sends them
/// (the examples of npm <c>@octokit/webhooks-examples</c>).
/// </summary>
internal sealed record InstallationJson(
    long Id, string ClientId, Fragment Account, string RepositorySelection, string AccessTokensUrl, string RepositoriesUrl, string HtmlUrl,
    long AppId, string AppSlug, long TargetId, string TargetType, IReadOnlyDictionary<string, string> Permissions, IReadOnlyList<string> Events,
    long CreatedAt, long UpdatedAt, Fragment? SuspendedBy, string? SuspendedAt)
{
    public string? SingleFileName { get; }

    public bool HasMultipleSingleFiles { get; }

    public IReadOnlyList<string> SingleFilePaths { get; } = [];

    public static InstallationJson Of(SandboxInstallation installation)
    {
        var (api, app, account) = (installation.State.Api, installation.State.App, installation.Account);

        return new(
            installation.Id, app.ClientId, account.Json, "selected", $"{api}/app/installations/{installation.Id}/access_tokens",
            $"{api}/installation/repositories", $"https://github.com/organizations/{account.Login}/settings/installations/{installation.Id}",
            app.Id, app.Slug, account.Id, account.Type,
            installation.Permissions, AppJson.Events, installation.Created.ToUnixTimeSeconds(), installation.State.Now.ToUnixTimeSeconds(),
            installation.Suspended is null ? null : account.Json, installation.Suspended is { } time ? Stamp.Of(time) : null);
    }
}

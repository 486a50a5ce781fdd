using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>Who the App is, asked of GitHub once, and how it is set up, asked each time (<c>GET /app</c>); and the place to forget an installation's token.</summary>
internal sealed class GitHubApp : IApp
{
    private readonly GitHubUrl url;
    private readonly ICalls asApp;
    private readonly InstallationTokens tokens;
    private readonly Remembered<AppIdentity> identity;

    public GitHubApp(GitHubUrl url, ICalls asApp, InstallationTokens tokens)
    {
        this.url = url;
        this.asApp = asApp;
        this.tokens = tokens;
        identity = new(AskAsync, _ => true);
    }

    public Task<AppIdentity> IdentityAsync(CancellationToken cancellationToken) => identity.GetAsync(cancellationToken);

    public void Forget(long installation) => tokens.Forget(installation);

    public async Task<AppRegistration> RegistrationAsync(CancellationToken cancellationToken)
    {
        var app = await ReadAsync("say what the App may do", cancellationToken);

        return new(new(app.Id, app.Slug), app.Permissions ?? new Dictionary<string, string>(), app.Events ?? []);
    }

    private async Task<AppIdentity> AskAsync()
    {
        var app = await ReadAsync("say who the App is", CancellationToken.None);

        return new AppIdentity(app.Id, app.Slug);
    }

    private async Task<AppAnswer> ReadAsync(string what, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Get, url.Of("app"), Call.App, what);

        return (await asApp.SendAsync(call, cancellationToken)).Read(call, AccessJson.Default.AppAnswer);
    }
}

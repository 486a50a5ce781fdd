using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>Who the App is, asked of GitHub once (<c>GET /app</c>); and the place to forget an installation's token.</summary>
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

    private async Task<AppIdentity> AskAsync()
    {
        var call = new Call(HttpMethod.Get, url.Of("app"), Call.App, "say who the App is");
        var app = (await asApp.SendAsync(call, CancellationToken.None)).Read(call, AccessJson.Default.AppAnswer);

        return new AppIdentity(app.Id, app.Slug);
    }
}

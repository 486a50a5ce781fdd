using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub.Access;

/// <summary>
/// The tokens that let us act in an installation, one for each <see cref="Grant"/>, kept until five minutes before it ends.
/// <para>Source: GitHub REST, "Create an installation access token for an app" (valid for one hour).</para>
/// <para>Errors: as for every call; 404 when the installation is gone, 403 when it is suspended, 422 when it does not grant what we ask for.</para>
/// </summary>
internal sealed class InstallationTokens(GitHubUrl url, ICalls asApp, GitHubClock clock)
{
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(long Installation, Grant Grant), Remembered<InstallationToken>> tokens = new();

    public async Task<Token> GetAsync(long installation, Grant grant, CancellationToken cancellationToken)
    {
        var remembered = tokens.GetOrAdd((installation, grant), key => new(() => MintAsync(key.Installation, key.Grant), token => clock.Now < token.ExpiresAt - Spare));

        return (await remembered.GetAsync(cancellationToken)).Token;
    }

    /// <summary>Drops a token that GitHub did not accept, unless another has taken its place already.</summary>
    public void Drop(long installation, Grant grant, Token refused)
    {
        if (tokens.TryGetValue((installation, grant), out var remembered))
        {
            remembered.Drop(token => ReferenceEquals(token.Token, refused));
        }
    }

    public void Forget(long installation)
    {
        foreach (var grant in Grant.All)
        {
            tokens.TryRemove((installation, grant), out _);
        }
    }

    private async Task<InstallationToken> MintAsync(long installation, Grant grant)
    {
        var call = new Call(
            HttpMethod.Post,
            url.Of("app", "installations", installation.ToString(CultureInfo.InvariantCulture), "access_tokens"),
            installation,
            $"get a token for installation {installation}")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new TokenRequest(grant.Permissions), AccessJson.Default.TokenRequest),
            Mints = true,
        };

        // Not the caller's cancellation: others may be waiting for the same token. The call's own timeout ends it.
        var answer = await asApp.SendAsync(call, CancellationToken.None);

        return answer.Status == HttpStatusCode.UnprocessableEntity
            ? throw new RefusedException((int)answer.Status, $"GitHub gives the App no token for installation {installation} with {grant} ({(int)answer.Status}: {Complaint.Of(answer).Quote()}); an owner of the account can accept the App's new permissions on the page of its installation.")
            : answer.Read(call, AccessJson.Default.InstallationToken);
    }
}

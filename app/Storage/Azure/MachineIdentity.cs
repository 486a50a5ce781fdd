using global::Azure.Core;
using global::Azure.Identity;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// The only file that knows Azure.Identity: it is loaded by whoever asks for the first token, and by nobody else. A user-assigned identity is named by <c>AZURE_CLIENT_ID</c>, as all of Azure's tools have it.
/// </summary>
internal static class MachineIdentity
{
    private static readonly string[] Scopes = ["https://storage.azure.com/.default"];

    /// <exception cref="StoreUnavailableException">There is no identity here, or it gets no token.</exception>
    public static Func<CancellationToken, Task<IdentityToken>> Tokens(string? clientId)
    {
        var credential = new Lazy<TokenCredential>(() => new ManagedIdentityCredential(clientId is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned));

        return async cancellationToken =>
        {
            try
            {
                var token = await credential.Value.GetTokenAsync(new TokenRequestContext(Scopes), cancellationToken);

                return new(token.Token, token.ExpiresOn);
            }
            catch (AuthenticationFailedException wrong)
            {
                throw new StoreUnavailableException("This machine has no managed identity that gets a token for the store: switch one on, or give HOTFIX_STORE a connection string.", wrong);
            }
        };
    }
}

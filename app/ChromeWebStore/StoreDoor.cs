using Hotfix.ChromeWebStore.Access;
using Hotfix.Domain.Storefront;

namespace Hotfix.ChromeWebStore;

/// <summary>An item of the store with everything that it takes to reach it, from the environment.</summary>
internal sealed class StoreDoor : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NearbyPause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient http;
    private readonly IStoreCredential credential;

    private StoreDoor(HttpClient http, IStoreCredential credential, ChromeWebStorefront storefront, bool isNearby) => (this.http, this.credential, Storefront, IsNearby) = (http, credential, storefront, isNearby);

    public ChromeWebStorefront Storefront { get; }

    /// <summary>The store is a double on this machine: nobody there minds short pauses.</summary>
    public bool IsNearby { get; }

    /// <param name="variable">The environment.</param>
    /// <param name="minted">Shown each token that is made, before it is used.</param>
    /// <exception cref="StoreSettingException">One sentence.</exception>
    public static StoreDoor Open(ItemName item, Func<string, string?> variable, Action<Secret> minted, TimeProvider time)
    {
        var endpoints = StoreEndpoints.Read(variable);
#pragma warning disable CA2000 // Dispose objects before losing scope: the door disposes its client, and where there is none, it is disposed below
        var http = StoreHttp.Create();
#pragma warning restore CA2000

        try
        {
            var wire = new StoreWire(http, time, endpoints.IsNearby ? NearbyPause : Pause);
            var credential = new CredentialReading(variable, endpoints, new TokenEndpoint(wire, time), minted, time).Read();

            return new(http, credential, new(item, endpoints, new(wire, new(credential, credential.IsRenewable ? minted : _ => { }, time))), endpoints.IsNearby);
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        (credential as IDisposable)?.Dispose();
        http.Dispose();
    }
}

using System.Security.Cryptography;
using Hotfix.ChromeWebStore;
using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;
using Hotfix.Extension.Crx;
using Hotfix.Extension.Zip;
using Hotfix.Handlers.Storefront;
using Hotfix.Rollout;
using Hotfix.Sandbox.Store;
using Hotfix.Tests.Extension;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>The sandbox's store with one item, 1.2.3 published for all, and the client in front of it. At the end, nothing may have been asked in another shape than the reference's.</summary>
internal sealed class StoreTester : IAsyncDisposable
{
    public const string Token = "ya29.given-canary-token";

    private readonly Dictionary<string, string> environment;
    private StoreDoor? door;

    private StoreTester(SandboxStore store, TimeProvider time)
    {
        (Store, Item) = (store, store.Add().WithPublished("1.2.2").WithPublished("1.2.3"));
        environment = new(store.Environment) { ["CHROME_ACCESS_TOKEN"] = Token };
        Time = time;
        store.Identity.Accept(Token);
    }

    public SandboxStore Store { get; }

    public SandboxItem Item { get; }

    public TimeProvider Time { get; }

    public StorePatience Patience { get; set; } = new(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(5), 4);

    /// <summary>By which what is run waits; the store has its own.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The tokens that were made, as those see them who hide them in a log.</summary>
    public List<string> Minted { get; } = [];

    public IDictionary<string, string> Environment => environment;

    public ChromeWebStorefront Storefront => (door ??= StoreDoor.Open(Name, name => environment.GetValueOrDefault(name), token => Minted.Add(token.Reveal()), TimeProvider.System)).Storefront;

    public ItemName Name => new(Item.Publisher, Item.Id);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StoreTester> StartAsync(TimeProvider? time = null) => new(await SandboxStore.StartAsync(time ?? TimeProvider.System, Cancellation), time ?? TimeProvider.System);

    public static byte[] Zip(string version) => ZipWriter.Pack([Files.Text("manifest.json", $$"""{"manifest_version":3,"name":"Sample","version":"{{version}}"}""")]);

    public static byte[] Crx(string version) => CrxFile.Sign(Zip(version), SigningKey.FromPem(Golden.Pem));

    public static byte[] GoldenKey()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Golden.Pem);

        return rsa.ExportSubjectPublicKeyInfo();
    }

    /// <summary>The credential of the environment instead of the token.</summary>
    public void Use(params (string Name, string Value)[] credential)
    {
        environment.Remove("CHROME_ACCESS_TOKEN");

        foreach (var (name, value) in credential)
        {
            environment[name] = value;
        }
    }

    public Task<StoreOutcome> PublishAsync(string version, Func<PublishWish, PublishWish>? wish = null, PublishOrder? order = null, byte[]? package = null, bool isDry = false)
    {
        var wished = new PublishWish(ChromeVersion.TryParse(version)!.Value);

        return new PublishRun(Storefront, Patience, Clock).RunAsync(
            new(package ?? Zip(version)), wish?.Invoke(wished) ?? wished, order ?? new(), isDry, Cancellation);
    }

    public Task<StoreOutcome> RollBackAsync(RollbackWish wish, bool isDry = false) => new RollbackRun(Storefront, Patience, Clock).RunAsync(wish, "1.2.3 breaks login", isDry, Cancellation);

    public Task<StoreOutcome> RaiseAsync(int percentage, bool all = false, bool isDry = false) => new PercentageRun(Storefront, Patience, Clock).RunAsync(new(percentage, All: all), isDry, Cancellation);

    public Task<StoreOutcome> SubmitAsync(string? version = null, PublishOrder? order = null, bool isDry = false) =>
        new SubmitRun(Storefront, Patience, Clock).RunAsync(version is null ? null : ChromeVersion.TryParse(version), order ?? new(), isDry, Cancellation);

    public Task<StoreOutcome> CancelAsync(string? version = null, bool isDry = false) =>
        new CancelRun(Storefront, Patience, Clock).RunAsync(version is null ? null : ChromeVersion.TryParse(version), isDry, Cancellation);

    /// <summary>What was called since the start, as one line.</summary>
    public string Calls => string.Join(' ', Store.Calls);

    public async ValueTask DisposeAsync()
    {
        door?.Dispose();
        await Store.DisposeAsync();
        Assert.Empty(Store.Wrong);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.ChromeWebStore.Wire;
using Hotfix.Domain.Storefront;
using Hotfix.Extension.Crx;
using Hotfix.Ports;

namespace Hotfix.ChromeWebStore;

/// <summary>
/// One item of the Chrome Web Store, by its API v2. Reads are repeated where the store fails; a write is sent once.
/// <para>Source: Chrome Web Store API v2, discovery revision 20260601 and the reference of <c>publishers.items</c>.</para>
/// </summary>
internal sealed partial class ChromeWebStorefront(ItemName item, StoreEndpoints endpoints, StoreCalls calls) : IStorefront
{
    /// <summary>For a package of up to 2 GiB.</summary>
    private static readonly TimeSpan UploadTime = TimeSpan.FromMinutes(15);

    private readonly string root = endpoints.Api.AbsoluteUri.TrimEnd('/');

    public ItemName Item => item;

    public async Task<ItemStatus> StatusAsync(CancellationToken cancellationToken) =>
        StatusReading.Read(await calls.SendAsync(Get($":fetchStatus", "tell the item's status"), StoreWireJson.Default.StatusWire, cancellationToken), item);

    /// <summary>One simple request: the API declares no resumable one. That a package is a CRX is told by the headers alone; they are sent with a zip too, as others do.</summary>
    public async Task<UploadAnswer> UploadAsync(StorePackage package, CancellationToken cancellationToken)
    {
        var isCrx = CrxFile.IsOne(package.Bytes.Span);
        var answer = await calls.SendAsync(
            new StoreCall(HttpMethod.Post, new($"{root}/upload/v2/{item.Path}:upload"), "take the package")
            {
                Body = package.Bytes,
                ContentType = isCrx ? "application/x-chrome-extension" : "application/zip",
                Headers = [("X-Goog-Upload-Protocol", "raw"), ("X-Goog-Upload-File-Name", isCrx ? "extension.crx" : "extension.zip")],
                Timeout = UploadTime,
            },
            StoreWireJson.Default.UploadWire,
            cancellationToken);

        return new(StatusReading.Upload(answer.UploadState), answer.CrxVersion is { Length: > 0 } version ? StatusReading.Version(version) : null);
    }

    public async Task<PublishAnswer> PublishAsync(PublishOrder order, CancellationToken cancellationToken)
    {
        var request = new PublishRequestWire(order.Staged ? "STAGED_PUBLISH" : "DEFAULT_PUBLISH", order.Percentage is { } percentage ? [new(percentage)] : null, order.BlockOnWarnings);
        var answer = await calls.SendAsync(Post(":publish", "publish", request, StoreWireJson.Default.PublishRequestWire), StoreWireJson.Default.PublishWire, cancellationToken);

        return new(StatusReading.State(answer.State), [.. (answer.WarningInfo?.Warnings ?? []).OfType<WarningWire>().Select(Told).Where(warning => warning.Length > 0)]);
    }

    public Task CancelAsync(CancellationToken cancellationToken) =>
        calls.SendAsync(new StoreCall(HttpMethod.Post, Of(":cancelSubmission"), "take the submission back") { Body = "{}"u8.ToArray() }, cancellationToken);

    public Task SetPercentageAsync(int percentage, CancellationToken cancellationToken) =>
        calls.SendAsync(Post(":setPublishedDeployPercentage", $"raise the percentage to {percentage}", new(percentage), StoreWireJson.Default.PercentageWire), cancellationToken);

    public Task RollbackAsync(RollbackOrder order, bool validateOnly, CancellationToken cancellationToken) => calls.SendAsync(
        Post(":rollback", $"roll back to {order.Target} as {order.NewVersion}", new(order.Target, order.NewVersion.ToString(), order.Reason, validateOnly), StoreWireJson.Default.RollbackWire) with { IsRepeatable = validateOnly },
        cancellationToken);

    private static string Told(WarningWire warning) => string.Join(": ", new[] { StoreText.Sentence(warning.Reason), StoreText.Sentence(warning.Description) }.Where(text => text.Length > 0));

    private Uri Of(string suffix) => new($"{root}/v2/{item.Path}{suffix}");

    private StoreCall Get(string suffix, string what) => new(HttpMethod.Get, Of(suffix), what) { IsRepeatable = true };

    private StoreCall Post<T>(string suffix, string what, T body, JsonTypeInfo<T> type) => new(HttpMethod.Post, Of(suffix), what) { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) };
}

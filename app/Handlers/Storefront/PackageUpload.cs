using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;
using Hotfix.Ports;

namespace Hotfix.Handlers.Storefront;

/// <summary>
/// A package on its way into the store, until the store is done with it. The store's word on the last upload is asked only for one that it said it goes on with: it is missing after the others, or speaks of an older one.
/// <para>Source: Chrome Web Store API v2, <c>media.upload</c>, <c>FetchItemStatusResponse.lastAsyncUploadState</c>.</para>
/// </summary>
internal sealed class PackageUpload(IStorefront store, StoreWrites writes, StorePatience patience, TimeProvider time)
{
    /// <exception cref="StoreRefusal">The store did not take it, or has another package than this.</exception>
    public async Task SendAsync(StorePackage package, ChromeVersion version, CancellationToken cancellationToken)
    {
        // Before this, no upload was in progress: one that is after a broken connection is ours.
        var answer = await writes.SurelyAsync(cancellation => store.UploadAsync(package, cancellation), status => status.LastUpload == UploadState.InProgress, cancellationToken)
            ?? new(UploadState.InProgress, null);

        switch (answer.State)
        {
            case UploadState.Succeeded:
                break;
            case UploadState.InProgress:
                await SettleAsync(cancellationToken);
                break;
            default:
                throw Refusal(answer.State);
        }

        if (answer.Version is { } taken && taken != version)
        {
            throw new StoreRefusal($"The package is {version}, and the store's draft is {taken}: somebody else uploaded at the same time, and nothing was submitted. Let one workflow at a time publish an item.");
        }
    }

    /// <summary>Until no upload is in progress.</summary>
    /// <param name="what">What is waited for, for the sentence when it takes too long.</param>
    public Task<ItemStatus> AwaitAsync(string what, CancellationToken cancellationToken) => AwaitAsync(what, status => status.LastUpload != UploadState.InProgress, cancellationToken);

    private async Task<ItemStatus> AwaitAsync(string what, Func<ItemStatus, bool> isDone, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();

        while (true)
        {
            var status = await store.StatusAsync(cancellationToken);

            if (isDone(status))
            {
                return status;
            }

            if (time.GetElapsedTime(started) >= patience.Upload)
            {
                throw new StoreRefusal($"The store has been processing {what} for more than {Spoken(patience.Upload)}: look at the item's Package tab in the dashboard, and run this again when it is done (--wait waits longer).");
            }

            await Task.Delay(patience.Poll, time, cancellationToken);
        }
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        // Of an upload just begun the store may show nothing yet, or still the fate of an older one.
        await Task.Delay(patience.Poll, time, cancellationToken);
        var status = await AwaitAsync("the upload", seen => seen.LastUpload is not (null or UploadState.InProgress or UploadState.NotFound), cancellationToken);

        if (status.LastUpload != UploadState.Succeeded)
        {
            throw Refusal(status.LastUpload);
        }
    }

    private static StoreRefusal Refusal(UploadState? state) => new(state switch
    {
        UploadState.Failed => "The store could not process the package, and its API does not say why: the item's Package tab in the dashboard does.",
        UploadState.NotFound => "The store does not know the upload that was just sent: send it again, and look at the item's Package tab in the dashboard if it happens again.",
        _ => "The store says of the upload nothing that Hotfix knows, so it is not known whether it took the package: look at the item's Package tab in the dashboard. Nothing was submitted.",
    });

    private static string Spoken(TimeSpan time) => time.TotalSeconds < 120 ? $"{time.TotalSeconds:0.#} s" : $"{time.TotalMinutes:0.#} minutes";
}

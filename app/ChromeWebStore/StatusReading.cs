using Hotfix.ChromeWebStore.Wire;
using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;
using Hotfix.Extension.Crx;
using Hotfix.Ports;

namespace Hotfix.ChromeWebStore;

/// <summary>From the store's status of an item to ours. What is missing has its default: no percentage is 0, no flag is false.</summary>
internal static class StatusReading
{
    /// <exception cref="RefusedException">The answer is about another item, or names a version that is none.</exception>
    public static ItemStatus Read(StatusWire wire, ItemName item)
    {
        if (wire.ItemId is { Length: > 0 } id && id != item.Item)
        {
            throw Wrong($"it is about the item {StoreText.Sentence(id)}");
        }

        // The item's id is made from its key: what does not fit is not what was asked for.
        if (wire.PublicKey is { Length: > 0 } key && IdOf(key) != item.Item)
        {
            throw Wrong("its public key is another item's");
        }

        return new(Revision(wire.PublishedItemRevisionStatus), Revision(wire.SubmittedItemRevisionStatus), wire.LastAsyncUploadState is { Length: > 0 } last ? Upload(last) : null, wire.TakenDown, wire.Warned);
    }

    /// <summary>The documentation speaks of both spellings of the one that goes on; the one that failed has the spelling of version 1 beside its own.</summary>
    public static UploadState Upload(string? text) => text switch
    {
        "SUCCEEDED" => UploadState.Succeeded,
        "IN_PROGRESS" or "UPLOAD_IN_PROGRESS" => UploadState.InProgress,
        "FAILED" or "FAILURE" => UploadState.Failed,
        "NOT_FOUND" => UploadState.NotFound,
        _ => UploadState.Unknown,
    };

    public static ItemState State(string? text) => new(text is { Length: > 0 } ? StoreText.Sentence(text) : "ITEM_STATE_UNSPECIFIED");

    public static ChromeVersion Version(string text) => ChromeVersion.TryParse(text) ?? throw Wrong($"its version '{StoreText.Sentence(text)}' {ChromeVersion.Objection(text)}");

    private static Revision? Revision(RevisionWire? wire) => wire is null ? null : new(State(wire.State), [.. (wire.DistributionChannels ?? []).OfType<ChannelWire>().Where(channel => channel.CrxVersion is { Length: > 0 }).Select(Channel)]);

    private static Channel Channel(ChannelWire wire)
    {
        var version = Version(wire.CrxVersion!);

        return new(version, wire.DeployPercentage, wire.CrxVersion == version.ToString() ? null : wire.CrxVersion);
    }

    private static string? IdOf(string key)
    {
        var bytes = new byte[key.Length];

        return Convert.TryFromBase64String(key, bytes, out var length) ? ExtensionId.Of(bytes.AsSpan(0, length)) : null;
    }

    private static RefusedException Wrong(string what) => new(0, $"The store's answer cannot be believed: {what}. Nothing was done.");
}

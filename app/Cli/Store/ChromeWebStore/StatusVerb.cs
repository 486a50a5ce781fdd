using System.CommandLine;
using Hotfix.Domain.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary><c>hotfix store status</c>: what is published, what waits, and what became of the last upload.</summary>
internal static class StatusVerb
{
    public static Command Command { get; } = StoreArguments.Of("status", "What of the item is published, and what waits.", [], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken)
    {
        var status = await session.Storefront.StatusAsync(cancellationToken);
        var item = session.Storefront.Item;

        await session.Output.TellAsync(
            new StatusLine(item.Item, item.Url, Line(status.Published), Line(status.Submitted), status.LastUpload?.ToString(), status.TakenDown, status.Warned), StoreLines.Readable.StatusLine, Text(status, item));
    }

    private static IEnumerable<string> Text(ItemStatus status, ItemName item)
    {
        yield return $"Item {item.Item}";
        yield return $"Published: {Text(status.Published) ?? "nothing"}";
        yield return $"Submitted: {Text(status.Submitted) ?? "nothing since then (a draft that is only uploaded is not shown)"}";

        if (status.LastUpload is { } upload)
        {
            yield return $"Last upload that went on after it was answered: {Text(upload)}";
        }

        foreach (var warning in Rollout.PublishDecision.Warnings(status))
        {
            yield return $"Warning: {warning}";
        }

        yield return item.Url;
    }

    private static string? Text(Revision? revision) => revision is null
        ? null
        : $"{(revision.Channels.Count == 0 ? "a version that is not named" : string.Join(", ", revision.Channels.OrderByDescending(channel => channel.Version).Select(channel => $"{channel.Version} for {channel.Percentage} %")))}, {revision.State.Words}";

    private static string Text(UploadState upload) => upload switch
    {
        UploadState.Succeeded => "done",
        UploadState.InProgress => "still processed",
        UploadState.Failed => "failed (the item's Package tab says why)",
        _ => "not known",
    };

    private static RevisionLine? Line(Revision? revision) => revision is null ? null : new(revision.State.Name, [.. revision.Channels.Select(channel => new ChannelLine($"{channel.Version}", channel.Percentage))]);
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Domain.Storefront;
using Hotfix.Handlers.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary>How results are printed. Every line begins with words of ours: what the store or a stranger says can be no command to whoever reads the log.</summary>
internal sealed class StoreOutput(ItemName item, bool json, bool annotations)
{
    public async Task TellAsync(StoreOutcome outcome)
    {
        foreach (var warning in annotations ? outcome.Warnings : [])
        {
            await Console.Error.WriteLineAsync(Annotation.Of("warning", warning));
        }

        await TellAsync(
            new OutcomeLine(outcome.Result, outcome.State?.Name, outcome.Version?.ToString(), outcome.Percentage, item.Item, item.Url, [.. outcome.Warnings], outcome.Sentence),
            StoreLines.Readable.OutcomeLine,
            [outcome.Sentence, .. outcome.Warnings.Select(warning => $"Warning: {warning}"), .. outcome.Result == StoreResults.DryRun ? ["Nothing was written."] : Array.Empty<string>(), item.Url]);
    }

    /// <summary>One object, or the lines.</summary>
    public async Task TellAsync<T>(T line, JsonTypeInfo<T> type, IEnumerable<string> text)
    {
        if (json)
        {
            // Old runners look for this anywhere in a line; in JSON it can only be within a text.
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(line, type).Replace("##[", "##\\u005b", StringComparison.Ordinal));
            return;
        }

        foreach (var one in text)
        {
            await Console.Out.WriteLineAsync(one);
        }
    }
}

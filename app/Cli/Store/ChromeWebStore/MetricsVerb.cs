using System.CommandLine;
using System.Globalization;
using Hotfix.Domain;
using Hotfix.Domain.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary><c>hotfix store metrics</c>: the store's daily counts: users by version are the curve of a rollout, users by enabled show whom new permissions have switched it off for.</summary>
internal static class MetricsVerb
{
    private const int MaxDays = 365;

    private static readonly string[] Known = ["users", "users-7d", "installs", "installs-7d", "uninstalls", "impressions", "page-views"];

    private static readonly string[] Dimensions =
        ["app-version", "enabled", "os", "country", "language", "install-source", "install-type", "utm-campaign", "utm-content", "utm-medium", "utm-source", "utm-term"];

    private static readonly Option<string[]> Metric = new("--metric") { Description = $"What is counted: {string.Join(", ", Known)}; may be said several times (default users and uninstalls).", HelpName = "name" };
    private static readonly Option<string> By = new("--by") { Description = $"Each count by one of {string.Join(", ", Dimensions)}.", HelpName = "name" };
    private static readonly Option<int> Days = new("--days") { Description = $"The last so many days before today, from 1 to {MaxDays}; the store counts by days.", HelpName = "n", DefaultValueFactory = _ => 7 };

    public static Command Command { get; } = StoreArguments.Of("metrics", "Users, installs and the like, by day.", [Metric, By, Days], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken)
    {
        var (days, by) = (arguments.GetValue(Days), arguments.GetValue(By));
        Values<string> metrics = arguments.GetValue(Metric) is { Length: > 0 } said ? [.. said.Distinct(StringComparer.Ordinal)] : ["users", "uninstalls"];

        if (days is < 1 or > MaxDays)
        {
            throw new InputException($"--days is '{days}': it is a whole number from 1 to {MaxDays}.");
        }

        Check("--metric", metrics, Known);
        Check("--by", by is null ? [] : [by], Dimensions);
        var last = DateOnly.FromDateTime(session.Time.GetUtcNow().UtcDateTime).AddDays(-1);
        var query = new MetricQuery(last.AddDays(1 - days), last, metrics, by);
        var lines = await session.Storefront.MetricsAsync(query, cancellationToken);

        await session.Output.TellAsync(
            new MetricsLine(session.Storefront.Item.Item, Text(query.First), Text(query.Last), by, [.. lines.Select(line => new MetricRowLine(line.Day is { } day ? Text(day) : null, line.Dimension, Counts(line)))]),
            StoreLines.Readable.MetricsLine,
            lines.Count == 0 ? [$"The store has no counts from {Text(query.First)} to {Text(query.Last)}."] : lines.Select(Text));
    }

    private static void Check(string option, IEnumerable<string> said, string[] known)
    {
        if (said.FirstOrDefault(one => !known.Contains(one)) is { } unknown)
        {
            throw new InputException($"{option} '{Hotfix.Extension.Shown.Of(unknown)}' is nothing that the store counts by: it is one of {string.Join(", ", known)}.");
        }
    }

    private static Dictionary<string, long> Counts(MetricLine line) => line.Counts.GroupBy(count => count.Key).ToDictionary(same => same.Key, same => same.Last().Value);

    private static string Text(MetricLine line) =>
        $"{(line.Day is { } day ? Text(day) : "undated")}{(line.Dimension is { } of ? $"  {(of.Length > 0 ? of : "(none)")}" : "")}  {string.Join("  ", line.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value:#,0}")))}";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

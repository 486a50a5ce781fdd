using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Hotfix.Handlers.Issues;

namespace Hotfix.Cli.Deliveries;

/// <summary><c>hotfix due</c>: what has to happen before a time, earliest first, what is overdue included; a table, or with <c>--json</c> one object a line (<see cref="DueLine"/>).</summary>
internal static class DueVerb
{
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line instead of the table." };

    private static readonly Option<DateTimeOffset?> Before = new("--before")
    {
        Description = "The time, UTC where it does not say otherwise: 2026-11-20T18:00. Left out: a day from now.",
        HelpName = "time",
        CustomParser = Time,
    };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var store = DeliveryStore.Open();
        var before = arguments.GetValue(Before) ?? TimeProvider.System.GetUtcNow().AddDays(1);
        var due = await store.Due.BeforeAsync(before, cancellationToken).Select(DueLine.Of).ToListAsync(cancellationToken);

        if (arguments.GetValue(Json))
        {
            due.ForEach(line => Console.WriteLine(JsonSerializer.Serialize(line, CliJson.Default.DueLine)));

            return 0;
        }

        if (due.Count > 0)
        {
            DeliveryTable.Write(["Due (UTC)", "Issue", "Severity", "What", "Owner"], due.Select(line => new[] { DeliveryTable.Time(line.Due), Visible.Short(line.Issue, 60), line.Severity, line.What, Visible.Short(line.Owner ?? "nobody", 40) }));
        }

        await Console.Out.WriteLineAsync($"{(due.Count == 0 ? "Nothing is" : "That is all that is")} due before {DeliveryTable.Time(before)} UTC.");

        return 0;
    }

    private static DateTimeOffset? Time(ArgumentResult argument)
    {
        if (argument.Tokens is [{ Value: var text }] && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        argument.AddError($"--before is '{string.Join(' ', argument.Tokens.Select(token => Visible.Of(token.Value)))}': it is a time like 2026-11-20T18:00.");

        return null;
    }

    private static Command Create()
    {
        var command = new Command("due", "List what has to be responded to, fixed or released before a time.") { Before, Json };
        command.SetAction(RunAsync);

        return command;
    }
}

/// <summary>One thing that is due, as <c>--json</c> prints it.</summary>
/// <param name="What">respond, fix or release.</param>
internal sealed record DueLine(DateTimeOffset Due, string Issue, string Severity, string What, string? Owner)
{
    public static DueLine Of(DueItem item) => new(item.Due, $"{item.Issue}", $"{item.Severity}", $"{item.Kind}".ToLowerInvariant(), item.Owner);
}

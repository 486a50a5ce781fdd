using System.CommandLine;
using System.Globalization;
using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary>Options that the verbs of the store share, in the same words.</summary>
internal static class StoreArguments
{
    public static Option<string> Publisher { get; } = new("--publisher") { Description = "The publisher's id, from the developer dashboard's address; else CHROME_PUBLISHER_ID.", HelpName = "id" };

    public static Option<string> Item { get; } = new("--item") { Description = "The item's id, 32 letters; else CHROME_ITEM_ID.", HelpName = "id" };

    public static Option<bool> Json { get; } = new("--json") { Description = "One JSON object instead of text." };

    public static Option<bool> Annotations { get; } = new("--annotations") { Description = "Refusals and warnings as GitHub's annotations, on standard error." };

    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would be done, and write nothing." };

    public static Option<string> Wait { get; } = new("--wait") { Description = "How long an upload may take that the store goes on with after it answered, like 90s or 10m (default 5m).", HelpName = "duration" };

    public static Option<string> Version(string what) => new("--version") { Description = what, HelpName = "version" };

    /// <summary>A command with what all of them have.</summary>
    public static Command Of(string name, string description, IEnumerable<Symbol> own, Func<ParseResult, StoreSession, CancellationToken, Task> run)
    {
        var command = new Command(name, description) { Publisher, Item };

        foreach (var symbol in own.Concat([Json, Annotations]))
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction((arguments, cancellationToken) => StoreSession.RunAsync(arguments, run, cancellationToken));

        return command;
    }

    /// <exception cref="InputException">An id that is missing or none; nothing is sent then.</exception>
    public static ItemName ItemOf(ParseResult arguments)
    {
        var publisher = arguments.GetValue(Publisher) ?? Variable("CHROME_PUBLISHER_ID") ?? throw new InputException("Say with --publisher, or CHROME_PUBLISHER_ID, whose item it is: the id in the developer dashboard's address.");
        var item = arguments.GetValue(Item) ?? Variable("CHROME_ITEM_ID") ?? throw new InputException("Say with --item, or CHROME_ITEM_ID, which item it is: the 32 letters in its address.");

        return (ItemName.IsPublisher(publisher), ItemName.IsItem(item)) switch
        {
            (false, _) => throw new InputException("The publisher's id has letters, digits, - and _ only, and at most 128 of them: it is in the developer dashboard's address."),
            (_, false) => throw new InputException("The item's id is 32 letters from a to p: it is in the address of its page in the store."),
            _ => new(publisher, item),
        };
    }

    /// <exception cref="InputException">No version that the store takes.</exception>
    public static ChromeVersion? VersionOf(ParseResult arguments, Option<string> option) => arguments.GetValue(option) switch
    {
        null => null,
        var text => ChromeVersion.TryParse(text) ?? throw new InputException($"{option.Name} '{Extension(text)}' {ChromeVersion.Objection(text)}: the store takes one to four numbers up to 65535, like 1.2.3."),
    };

    /// <summary>A time like <c>90s</c>, <c>10m</c> or <c>1h</c>.</summary>
    /// <exception cref="InputException">None, or more than a day.</exception>
    public static TimeSpan? WaitOf(ParseResult arguments)
    {
        if (arguments.GetValue(Wait) is not { } text)
        {
            return null;
        }

        var unit = text.Length > 1 ? text[^1] : ' ';
        var seconds = unit switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };

        return seconds > 0 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (long)number * seconds is >= 1 and <= 86_400
            ? TimeSpan.FromSeconds(number * seconds)
            : throw new InputException($"--wait '{Extension(text)}' is no time of at most a day: it is a whole number with s, m or h, like 90s or 10m.");
    }

    /// <exception cref="InputException">Out of range.</exception>
    public static int? PercentageOf(int? percentage, int least) => percentage is null || (percentage >= least && percentage <= 100)
        ? percentage
        : throw new InputException($"{percentage} is no percentage: that is a whole number from {least} to 100.");

    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string Extension(string text) => Hotfix.Extension.Shown.Of(text);
}

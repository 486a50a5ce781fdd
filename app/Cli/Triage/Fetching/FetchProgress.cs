using System.Globalization;
using Spectre.Console;

namespace Hotfix.Cli.Triage.Fetching;

/// <summary>Shows a fetch as a bar on standard error where that is a terminal, and nowhere else: standard output belongs to the reports.</summary>
internal sealed class FetchProgress : IProgress<FetchStep>
{
    private readonly string what;
    private readonly ProgressTask? task;

    private FetchProgress(string what, ProgressTask? task) => (this.what, this.task) = (what, task);

    public static async Task ShowAsync(string what, Func<IProgress<FetchStep>, Task> fetch)
    {
        if (Console.IsErrorRedirected)
        {
            await fetch(new FetchProgress(what, null));

            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => fetch(new FetchProgress(what, context.AddTask(Markup.Escape(what), maxValue: 1))));
    }

    public void Report(FetchStep value)
    {
        if (task is null)
        {
            return;
        }

        task.Description = Markup.Escape(value switch
        {
            { Pause: { } until } => $"{what}: GitHub asked for a pause until {until:u}",
            { Issues: { } issues } => $"{what}: {issues.ToString("#,0", CultureInfo.InvariantCulture)} issues",
            _ => what,
        });
        task.Value = value.Share ?? task.Value;
    }
}

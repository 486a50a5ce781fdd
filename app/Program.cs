using System.CommandLine;
using Hotfix.Cli;
using Hotfix.Cli.Actions;
using Hotfix.Cli.Checklist;
using Hotfix.Cli.Commands;
using Hotfix.Cli.Config;
using Hotfix.Cli.Deliveries;
using Hotfix.Cli.Demo;
using Hotfix.Cli.Extension;
using Hotfix.Cli.Release;
using Hotfix.Cli.Reporting;
using Hotfix.Cli.Store;
using Hotfix.Cli.Triage;

var root = new RootCommand("Hotfix carries a critical bug from the first report to the verified fix. Without a verb it serves.")
{
    ServeVerb.Command,
    DemoVerb.Command,
    TriageVerb.Command,
    CommandsVerb.Command,
    ChecklistVerb.Command,
    ConfigVerb.Command,
    DeliveriesVerb.Command,
    DueVerb.Command,
    ExtensionVerb.Command,
    ReleaseVerb.Command,
    ActionVerb.Command,
    StoreVerb.Command,
    ReportVerb.Command,
};
root.Options.Add(ServeVerb.LogOption);
root.SetAction(ServeVerb.RunAsync);

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
#pragma warning disable CA1031 // the last stop: a person gets a sentence, never a stack trace
catch (Exception wrong)
#pragma warning restore CA1031
{
    await Console.Error.WriteLineAsync(Complaint.About(wrong));

    return 1;
}

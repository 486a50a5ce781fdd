using System.CommandLine;
using Hotfix.Cli;

var root = new RootCommand("Hotfix carries a critical bug from the first report to the verified fix. Without a verb it serves.")
{
    ServeVerb.Command,
    DemoVerb.Command,
};
root.SetAction((_, cancellationToken) => ServeVerb.RunAsync(cancellationToken));

return await root.Parse(args).InvokeAsync();

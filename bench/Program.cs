using System.CommandLine;
using Hotfix.Bench;
using Hotfix.Bench.Faults;
using Hotfix.Bench.Run;

var root = new RootCommand("What is measured, and against whom: see bench/README.md.") { TriageVerb.Command, FaultVerb.Command, RunVerb.Command, EmptyEndpoint.Command };

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped; what was measured so far says nothing.");

    return 1;
}
catch (Exception wrong) when (wrong is BenchException or FileNotFoundException)
{
    await Console.Error.WriteLineAsync(wrong.Message);

    return 1;
}

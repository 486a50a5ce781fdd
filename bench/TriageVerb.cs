using System.CommandLine;

namespace Hotfix.Bench;

/// <summary><c>bench/triage</c>: how good triage is, on reports whose severity is known.</summary>
internal static class TriageVerb
{
    private static readonly Argument<string> FileArgument = new("file.jsonl") { Description = "One report a line with title, body, severity (or kind) and source." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("triage", "Compare triage with what the reports' own teams said.") { FileArgument };
        command.SetAction(Run);

        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var path = arguments.GetRequiredValue(FileArgument);
        var bench = new TriageBench();
        bench.Measure(KnownReports.Read(path));
        Console.Out.Write(bench.Print(Path.GetFileName(path)));

        return 0;
    }
}

using Hotfix.Bench;

if (args is not ["triage", var path])
{
    await Console.Error.WriteLineAsync("Say what to measure: triage <file.jsonl>, one report a line with title, body, severity (or kind) and source.");

    return 1;
}

try
{
    var bench = new TriageBench();
    bench.Measure(KnownReports.Read(path));
    await Console.Out.WriteAsync(bench.Print(Path.GetFileName(path)));

    return 0;
}
catch (BenchException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);

    return 1;
}

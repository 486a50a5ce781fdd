using System.CommandLine;

namespace Hotfix.Bench.Run;

/// <summary><c>bench/run</c>: the published program beside a Probot app that does the same, and beside an endpoint that does nothing. Exit code 0 when every goal is met, 2 when one is missed.</summary>
internal static class RunVerb
{
    private static readonly Option<string> ProgramOption = new("--program") { Description = "The published hotfix.", Required = true };
    private static readonly Option<bool> QuickOption = new("--quick") { Description = "One short round: whether it runs, not how fast." };
    private static readonly Option<int?> RoundsOption = new("--rounds") { Description = $"How often each has its turn (default {RunScale.Full.Rounds})." };
    private static readonly Option<int?> DeliveriesOption = new("--deliveries") { Description = $"Deliveries of the closed loop (default {RunScale.Full.Closed})." };
    private static readonly Option<string> FolderOption = new("--folder") { Description = "Where the stores lie: a folder on the disk that counts.", DefaultValueFactory = _ => Path.GetTempPath() };
    private static readonly Option<string?> OnlyOption = new("--only") { Description = "Only the subject of this name." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("run", "Measure hotfix beside Probot.") { ProgramOption, QuickOption, RoundsOption, DeliveriesOption, FolderOption, OnlyOption };
        command.SetAction(RunAsync);

        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var asked = arguments.GetValue(QuickOption) ? RunScale.Quick : RunScale.Full;
        var scale = asked with { Rounds = arguments.GetValue(RoundsOption) ?? asked.Rounds, Closed = arguments.GetValue(DeliveriesOption) ?? asked.Closed };
        var only = arguments.GetValue(OnlyOption);
        var all = Subject.All(Path.GetFullPath(arguments.GetRequiredValue(ProgramOption)), Path.GetFullPath(Path.Combine("bench", "peers")));
        var subjects = all.Where(subject => only is null || subject.Name == only).ToList();
        var result = new RunResult();
        await using var github = await FakeGitHub.StartAsync(cancellationToken);
        await using var workload = await Workload.MakeAsync(cancellationToken);
        var round = new Round(github, workload, scale);

        for (var number = 1; number <= scale.Rounds; number++)
        {
            foreach (var subject in subjects)
            {
                await Console.Error.WriteLineAsync($"round {number} of {scale.Rounds}: {subject.Name} (load {Load()})");
                await TurnAsync(round, subject, arguments.GetRequiredValue(FolderOption), result, cancellationToken);
            }
        }

        var goals = Goals.Of(result);
        await Console.Out.WriteAsync(
            $"""
            {scale.Rounds} rounds in turns, {TextTable.Count(scale.Closed)} deliveries in the closed loop, {RunScale.Rate} a second for {scale.Seconds} s; {Environment.ProcessorCount} processors, load now {Load()}
            the disk's own sync: {FigureText.Value(result.Sync)} ms (4 KiB, median)

            {result.Table(subjects)}
            {Goals.Table(goals)}
            """);

        foreach (var (what, times) in github.Unknown)
        {
            await Console.Error.WriteLineAsync($"asked {times} times and not served: {what}");
        }

        return goals.All(goal => goal.IsMet) ? 0 : 2;
    }

    /// <summary>In a folder of its own, which goes afterwards.</summary>
    private static async Task TurnAsync(Round round, Subject subject, string folder, RunResult result, CancellationToken cancellationToken)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, $"hotfix-bench-{Guid.NewGuid():N}"));

        try
        {
            result.Add(DiskSync.Measure(own.FullName));
            result.Add(subject, await round.MeasureAsync(subject, own.FullName, cancellationToken));
        }
        finally
        {
            own.Delete(recursive: true);
        }
    }

    /// <summary>Of the last minute: figures taken beside other work say so.</summary>
    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}

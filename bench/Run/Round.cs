using System.Diagnostics;

namespace Hotfix.Bench.Run;

/// <summary>One subject's turn: started, left alone, warmed up, given a closed loop, deliveries at a rate, and some twice; then ended.</summary>
internal sealed class Round(FakeGitHub github, Workload workload, RunScale scale)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyDictionary<Figure, double>> MeasureAsync(Subject subject, string folder, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<Figure, double>();
        var own = scale.For(subject);
        github.Forget();
        await using var process = await SubjectProcess.StartAsync(subject, github.Url, workload.App, folder, workload.Ping(), cancellationToken);
        figures[Figure.Start] = process.Start.TotalMilliseconds;
        await Task.Delay(Idle, cancellationToken);
        figures[Figure.IdleMemory] = process.Memory;

        await ClosedAsync(subject, process, workload.Next(own.WarmUp), cancellationToken);
        await ClosedAsync(subject, process, workload.Next(own.Closed), cancellationToken, figures);
        await OpenAsync(subject, process, workload.Next(own.Seconds * RunScale.Rate), figures, cancellationToken);
        figures[Figure.PeakMemory] = process.PeakMemory;

        if (subject is { Triages: true, Most: null })
        {
            figures[Figure.CommentsForTwo] = await TwiceAsync(subject, process, workload.Next(RunScale.Twice), cancellationToken);
        }

        return figures;
    }

    private async Task ClosedAsync(Subject subject, SubjectProcess process, IReadOnlyList<Tracked> deliveries, CancellationToken cancellationToken, Dictionary<Figure, double>? figures = null)
    {
        github.Await(deliveries);
        var (processor, calls, started) = (process.Processor, github.Calls, Stopwatch.GetTimestamp());
        await process.Load.ClosedAsync(deliveries, cancellationToken);
        await DoneAsync(subject, deliveries, cancellationToken);

        if (figures is null)
        {
            return;
        }

        figures[Figure.Processor] = (process.Processor - processor) * 1000 / deliveries.Count;
        figures[Figure.Acknowledgements] = deliveries.Count / Stopwatch.GetElapsedTime(started, deliveries.Max(one => one.AcknowledgedAt)).TotalSeconds;
        Times(deliveries.Select(one => one.ToAcknowledge), Figure.AcknowledgedHalf, Figure.AcknowledgedMost, figures);

        if (subject.Triages)
        {
            figures[Figure.Calls] = (double)(github.Calls - calls) / deliveries.Count;
            figures[Figure.Issues] = deliveries.Count / Stopwatch.GetElapsedTime(started, deliveries.Max(one => one.DoneAt)).TotalSeconds;
            Times(deliveries.Select(one => one.ToDo), Figure.DoneHalf, Figure.DoneMost, figures);
        }
    }

    private async Task OpenAsync(Subject subject, SubjectProcess process, IReadOnlyList<Tracked> deliveries, Dictionary<Figure, double> figures, CancellationToken cancellationToken)
    {
        if (deliveries.Count == 0)
        {
            return;
        }

        github.Await(deliveries);
        await process.Load.OpenAsync(deliveries, RunScale.Rate, cancellationToken);
        await DoneAsync(subject, deliveries, cancellationToken);
        Times(deliveries.Select(one => one.ToAcknowledge), Figure.OpenAcknowledgedHalf, Figure.OpenAcknowledgedMost, figures);

        if (subject.Triages)
        {
            Times(deliveries.Select(one => one.ToDo), Figure.OpenDoneHalf, Figure.OpenDoneMost, figures);
        }
    }

    /// <summary>How many comments an issue has on average. Another delivery after them shows that those before it are done.</summary>
    private async Task<double> TwiceAsync(Subject subject, SubjectProcess process, IReadOnlyList<Tracked> deliveries, CancellationToken cancellationToken)
    {
        github.Await(deliveries);
        await process.Load.ClosedAsync(deliveries.SelectMany(one => new[] { one, one }), cancellationToken);
        await DoneAsync(subject, deliveries, cancellationToken);
        await ClosedAsync(subject, process, workload.Next(RunScale.Twice), cancellationToken);

        return deliveries.Average(one => one.Comments);
    }

    private static async Task DoneAsync(Subject subject, IReadOnlyList<Tracked> deliveries, CancellationToken cancellationToken)
    {
        try
        {
            await (subject.Triages ? Task.WhenAll(deliveries.Select(one => one.Done)).WaitAsync(Patience, cancellationToken) : Task.CompletedTask);
        }
        catch (TimeoutException)
        {
            throw new BenchException($"{subject.Name} left {deliveries.Count(one => !one.Done.IsCompleted)} of {deliveries.Count} issues without a comment for {Patience.TotalMinutes} minutes.");
        }
    }

    private static void Times(IEnumerable<TimeSpan> times, Figure half, Figure most, Dictionary<Figure, double> figures)
    {
        var all = times.Select(time => time.TotalMilliseconds).ToList();
        (figures[half], figures[most]) = (Quantile.Of(all, 0.5), Quantile.Of(all, 0.99));
    }
}

using System.Globalization;

namespace Hotfix.Bench.Run;

/// <summary>What is measured of each subject; <c>bench/README.md</c> says how.</summary>
internal enum Figure
{
    Start,
    IdleMemory,
    PeakMemory,
    Acknowledgements,
    Issues,
    AcknowledgedHalf,
    AcknowledgedMost,
    DoneHalf,
    DoneMost,
    OpenAcknowledgedHalf,
    OpenAcknowledgedMost,
    OpenDoneHalf,
    OpenDoneMost,
    Processor,
    Calls,
    CommentsForTwo,
}

/// <summary>How figures are written.</summary>
internal static class FigureText
{
    public static string Name(Figure figure) => figure switch
    {
        Figure.Start => "start to first acknowledged ping, ms",
        Figure.IdleMemory => "memory idle, MiB",
        Figure.PeakMemory => "memory at peak, MiB",
        Figure.Acknowledgements => "acknowledgements a second, closed",
        Figure.Issues => "issues a second, closed",
        Figure.AcknowledgedHalf => "acknowledged after, closed, p50 ms",
        Figure.AcknowledgedMost => "acknowledged after, closed, p99 ms",
        Figure.DoneHalf => "issue done after, closed, p50 ms",
        Figure.DoneMost => "issue done after, closed, p99 ms",
        Figure.OpenAcknowledgedHalf => "acknowledged after, at 100/s, p50 ms",
        Figure.OpenAcknowledgedMost => "acknowledged after, at 100/s, p99 ms",
        Figure.OpenDoneHalf => "issue done after, at 100/s, p50 ms",
        Figure.OpenDoneMost => "issue done after, at 100/s, p99 ms",
        Figure.Processor => "processor seconds per 1,000 issues",
        Figure.Calls => "GitHub calls an issue",
        Figure.CommentsForTwo => "comments on an issue delivered twice",
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    public static string Value(double value) => value switch
    {
        double.NaN => "-",
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}

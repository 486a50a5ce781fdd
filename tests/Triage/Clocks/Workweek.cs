using System.Globalization;
using Hotfix.Domain;
using Hotfix.Profiles;

namespace Hotfix.Tests.Triage.Clocks;

/// <summary>A team that works from nine to five, UTC, and answers a P1 in four hours, fixes it in a day and releases it in two; round the clock for a P0.</summary>
internal static class Workweek
{
    private static readonly Profile BuiltIn = ProfileReader.BuiltIn("browser-extension");

    /// <summary>Any of these labels may wait for anything.</summary>
    private static readonly Values<PauseRule> Pauses =
        [.. Enum.GetValues<PauseReason>().SelectMany(reason => new[] { "needs-info", "blocked", "waiting", "more", "outer", "inner" }.Select(label => new PauseRule(label, reason)))];

    public static Profile NineToFive { get; } = Of("UTC", "09:00", "17:00");

    public static Profile Of(string zone, string from, string to)
    {
        var rule = BuiltIn.Severities[Severity.P1] with { Clock = ClockKind.Business, RespondWithin = Time("4h"), FixWithin = Time("1d"), ReleaseWithin = Time("2d") };

        return BuiltIn with
        {
            Clocks = new(zone, [Weekday.Monday, Weekday.Tuesday, Weekday.Wednesday, Weekday.Thursday, Weekday.Friday], from, to, ["12-25"], Pauses),
            Severities = new Dictionary<Severity, SeverityRule>
            {
                [Severity.P0] = rule with { Clock = ClockKind.Always },
                [Severity.P1] = rule,
                [Severity.P2] = rule with { RespondWithin = Time("16h"), FixWithin = null, ReleaseWithin = null },
            },
        };
    }

    public static Hotfix.Domain.Span Time(string text) => Hotfix.Domain.Span.Parse(text)!.Value;

    /// <summary>A moment of November 2026, UTC; the 16th is a Monday.</summary>
    public static DateTimeOffset At(string dayAndTime) => DateTimeOffset.ParseExact($"2026-11-{dayAndTime}+00:00", ["yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None);

    public static ClockEvent Event(ClockEventKind kind, string at) => new(kind, At(at), $"{kind} {at}");

    public static ClockEvent Rated(string at, Severity severity) => Event(ClockEventKind.Rated, at) with { Severity = severity };

    public static ClockEvent[] Pause(string from, string? to, PauseReason reason = PauseReason.Reporter, string label = "needs-info") =>
        [.. new[] { Event(ClockEventKind.Paused, from), to is null ? null : Event(ClockEventKind.Resumed, to) }.OfType<ClockEvent>().Select(one => one with { Reason = reason, Label = label })];
}

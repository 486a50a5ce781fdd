using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>When a team's clocks run, and what makes them pause. Source: reference/peers.md, section 3, item 9.</summary>
internal sealed record ClockRules(
    [property: Description("The time zone of the working hours, by its IANA name: Europe/Berlin.")] string Zone,
    [property: Description("The days on which business clocks run.")] Values<Weekday> Days,
    [property: Description("When the working day begins, local time, HH:mm.")] string From,
    [property: Description("When the working day ends, local time, HH:mm; 24:00 is midnight.")] string To,
    [property: Description("Days on which business clocks stand still: 2026-12-25, or 12-25 for every year.")] Values<string> Holidays,
    [property: Description("Labels of the team's that make the clocks pause while they are on.")] Values<PauseRule> Pauses);

/// <summary>A label that makes the clocks pause.</summary>
internal sealed record PauseRule(
    [property: Description("The label's name.")] string Label,
    [property: Description("What is waited for.")] PauseReason Reason);

/// <summary>What a paused clock waits for.</summary>
internal enum PauseReason
{
    Reporter,
    Store,
    Issue,
}

/// <summary>The days of the week, as ISO 8601 counts them.</summary>
internal enum Weekday
{
    Monday = 1,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// <summary>Which hours a severity's clock counts.</summary>
internal enum ClockKind
{
    /// <summary>Every hour of every day.</summary>
    Always,

    /// <summary>Only the working hours of the profile's calendar.</summary>
    Business,
}

namespace Hotfix.Domain;

/// <summary>
/// Something that happened to an issue and matters to its clocks. Clocks are computed from the set of these, so an event may be told late, twice or in any order.
/// </summary>
/// <param name="Source">What caused it, like a delivery's id: equal events are one.</param>
/// <param name="Severity">What triage settled on; of <see cref="ClockEventKind.Rated"/> only.</param>
/// <param name="Reason">What a pause waits for. A pause and its end belong together by this and the label.</param>
/// <param name="Label">The label that made the clocks pause.</param>
/// <param name="By">The login of whoever did it.</param>
internal sealed record ClockEvent(
    ClockEventKind Kind,
    DateTimeOffset At,
    string Source,
    Severity? Severity = null,
    PauseReason? Reason = null,
    string? Label = null,
    string? By = null);

/// <summary>What can happen to an issue's clocks. The order is that of events of the same moment.</summary>
internal enum ClockEventKind
{
    Opened,

    /// <summary>Triage settled on a severity.</summary>
    Rated,

    /// <summary>A person of the team acted on it.</summary>
    Responded,
    Paused,
    Resumed,
    Closed,
    Reopened,

    /// <summary>A release with the fix went out.</summary>
    Released,
}

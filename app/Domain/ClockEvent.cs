namespace Hotfix.Domain;

/// <summary>
/// Something that happened to an issue and matters to its clocks. Clocks are computed from the set of these, so an event may be told late, twice or in any order.
/// </summary>
/// <param name="Source">What caused it, like a delivery's id: equal events are one.</param>
/// <param name="Severity">What triage settled on; of <see cref="ClockEventKind.Rated"/> only.</param>
/// <param name="Reason">What a pause waits for.</param>
/// <param name="Label">The label that made the clocks pause, or came off; null of the reporter's comment, which ends every pause that waits for the reporter.</param>
/// <param name="On">The number of the issue that a pause waits for, where a command named one.</param>
/// <param name="By">The login of whoever did it.</param>
internal sealed record ClockEvent(
    ClockEventKind Kind,
    DateTimeOffset At,
    string Source,
    Severity? Severity = null,
    PauseReason? Reason = null,
    string? Label = null,
    string? By = null,
    int? On = null);

/// <summary>What can happen to an issue's clocks. The order is that of events of the same moment.</summary>
internal enum ClockEventKind
{
    /// <summary>It was filed, or, where nobody saw that, first seen.</summary>
    Opened,

    /// <summary>Triage settled on a severity.</summary>
    Rated,

    /// <summary>A person of the team commented, or made somebody responsible.</summary>
    Responded,
    Paused,

    /// <summary>What may end a pause; nothing where none is open.</summary>
    Resumed,
    Closed,
    Reopened,

    /// <summary>A release with the fix went out.</summary>
    Released,
}

using Hotfix.Triage;

namespace Hotfix.Handlers;

/// <summary>A delivery as it came in: GitHub's id for it (a redelivery has the same), the event's name, and the raw bytes.</summary>
internal sealed record Delivery(string Id, string Event, string Key, string? Repository, bool Urgent, ReadOnlyMemory<byte> Body)
{
    /// <summary>Not to be handled before this, nor before what comes in until then.</summary>
    public DateTimeOffset NotBefore { get; init; }
}

/// <summary>What the inbox knows of a delivery; the body is kept in rows of its own.</summary>
/// <param name="Chunks">How many rows the body fills.</param>
/// <param name="Tries">How often handling it failed; a limit that postponed it is no failure.</param>
/// <param name="NotBefore">Not to be handled before this.</param>
/// <param name="Outcome">What was decided, in a few words; null until then. From then on the plan is in the journal, and a retry performs only what is left of it.</param>
/// <param name="Then">The step that follows when the plan is done, and is not decided yet.</param>
/// <param name="Triage">Which triage of the issue was the newest when this was decided, its own included.</param>
/// <param name="Step">The newest step that was decided.</param>
/// <param name="Refusal">Why what was decided could not be done, for people to read; null while nothing stood in the way.</param>
/// <param name="StrippedAt">When its body was removed, because it is kept no longer; null while it is there.</param>
/// <param name="Failure">Why the last try failed, in one sentence.</param>
internal sealed record DeliveryHead(
    string Id,
    string Event,
    string? Repository,
    DateTimeOffset ReceivedAt,
    int Chunks,
    DeliveryStatus Status,
    int Tries,
    DateTimeOffset NotBefore,
    string? Outcome,
    string? Failure,
    NextStep Then = NextStep.None,
    int Triage = 0,
    int Step = 1,
    string? Refusal = null,
    DateTimeOffset? StrippedAt = null);

internal enum DeliveryStatus
{
    Waiting,
    Done,

    /// <summary>Tried as often as the settings say, or refused for good. Kept; a redelivery tries again.</summary>
    Failed,
}

internal static class DeliveryStatusText
{
    /// <summary>One word, as people and programs read it.</summary>
    public static string Word(this DeliveryStatus status) => status switch
    {
        DeliveryStatus.Waiting => "waiting",
        DeliveryStatus.Done => "done",
        _ => "failed",
    };
}

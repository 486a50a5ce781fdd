using Hotfix.Domain;

namespace Hotfix.Handlers;

/// <summary>
/// One effect of a decided delivery, keyed by (delivery, step, position): what is to be done, then what became of it and how it is taken back.
/// These records are the audit log, and what /hotfix why, /hotfix undo, the timeline and the post-mortem are made from.
/// </summary>
/// <param name="DoneAt">Null while the effect is planned, or its outcome unknown.</param>
/// <param name="Inverse">The effect that takes this one back; null when nothing was changed or nothing can be taken back.</param>
internal sealed record JournalEntry(int Step, int Position, Effect Effect, DateTimeOffset? DoneAt, string? Outcome, Effect? Inverse);

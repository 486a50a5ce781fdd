namespace Hotfix.Domain;

/// <summary>What is known of a hotfix's gate: what people said, and the last verdict, so that the same is not written twice. What the verdict is made from is read from GitHub each time.</summary>
/// <param name="Head">The commit of the last verdict; null while there is none.</param>
/// <param name="Run">GitHub's number of its check run.</param>
/// <param name="Digest">SHA-256 (hexadecimal) of what the check run says; likewise <paramref name="Notes"/>, of its annotations.</param>
/// <param name="ReadAt">When what the last verdict is made from was read: whatever was heard before is in it.</param>
/// <param name="DueAt">When the gate is judged next; null when nobody asked for it.</param>
/// <param name="Ticks">Who ticked what, as far as it was heard.</param>
/// <param name="Ports">Whether the change applies to the branches it must reach, as last computed.</param>
/// <param name="Title">What the check run says in one line; empty while there is none.</param>
/// <param name="MergeAsked">The commit for which GitHub was asked to merge by itself.</param>
/// <param name="MergeRefused">Why GitHub would not, when it was asked last.</param>
/// <param name="IsTold">Owner and reviewers were told that it is ready.</param>
internal sealed record GateState(
    string? Head = null,
    long Run = 0,
    string Digest = "",
    string Notes = "",
    bool IsGreen = false,
    DateTimeOffset ReadAt = default,
    DateTimeOffset? DueAt = null,
    GateHold? Hold = null,
    Values<GateOverride> Overrides = default,
    Values<Confirmation> Confirmations = default,
    Values<Tick> Ticks = default,
    Values<PortCheck> Ports = default,
    bool IsTold = false,
    string Title = "",
    string? MergeAsked = null,
    string? MergeRefused = null);

/// <summary>Somebody keeps the gate shut.</summary>
internal sealed record GateHold(string By, DateTimeOffset At, string? Reason);

/// <summary>Nothing merges in the repository but what is overridden.</summary>
/// <param name="Until">Null until somebody thaws it.</param>
internal sealed record GateFreeze(string By, DateTimeOffset At, string Reason, DateTimeOffset? Until);

/// <summary>Somebody lets an item pass that is open, on one commit.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Head">The commit it is for; commits of ours on top of it change nothing.</param>
/// <param name="FollowUp">The issue in which somebody else looks at it; null until it is opened.</param>
internal sealed record GateOverride(string Item, string Head, string By, DateTimeOffset At, string Reason, int? FollowUp = null);

/// <summary>A tester has seen that the fix works.</summary>
internal sealed record Confirmation(string By, string Head, DateTimeOffset At);

/// <summary>Somebody ticked an item's box.</summary>
internal sealed record Tick(string Item, string By, DateTimeOffset At);

/// <summary>Whether a change applies to a branch.</summary>
/// <param name="Head">The change's newest commit; <paramref name="Target"/> is the branch's.</param>
/// <param name="Conflicts">The files in which it does not apply; none when it does.</param>
internal sealed record PortCheck(string Branch, string Head, string Target, Values<string> Conflicts);

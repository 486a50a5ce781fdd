using System.Text.Json.Serialization;

namespace Hotfix.Domain;

/// <summary>Has the commands of a comment carried out, each by a delivery of its own, so that each has its own journal.</summary>
/// <param name="Issue">To whose hotfix they belong; that of the comment where there is none.</param>
/// <param name="Cause">Names the comment's delivery, so that each is asked for once.</param>
/// <param name="Snapshot">The issue as the comment's delivery showed it, for all of them: once, since a report may be as long as a row of the store can hold.</param>
internal sealed record AskCommands(IssueId Issue, Values<GivenCommand> Commands, string Cause, IssueSnapshot? Snapshot = null) : Effect;

/// <summary>Puts a sign on a comment.</summary>
internal sealed record React(IssueId On, CommentId Comment, Reaction Reaction) : Effect;

/// <summary>Answers what a person asked, by a comment of its own, and folds an older answer to the same question away.</summary>
/// <param name="On">The issue or the pull request it was asked on.</param>
/// <param name="Question">What was asked: the verb.</param>
/// <param name="Id">Tells this answer from all others, so that it is given once.</param>
internal sealed record GiveAnswer(IssueId On, string Question, string Id, string Body) : Effect;

/// <summary>Changes what is known by what people told. What is equal in both is left as it is; so is what is not as it was any more.</summary>
/// <param name="At">When it happened.</param>
internal sealed record Remember(IssueId Issue, Memory Was, Memory Is, DateTimeOffset At) : Effect
{
    /// <summary>Nothing changes by it.</summary>
    [JsonIgnore]
    public bool IsEmpty => Was == Is;
}

/// <summary>What triage makes of the report counts from now on; for a step in which more than that is done.</summary>
internal sealed record Adopt(IssueId Issue, Assessment Assessment, Values<ClockEvent> Events, Values<Deadline> Deadlines, EffortEstimate? Effort) : Effect;

/// <summary>Keeps a command that was carried out among those that can be taken back, or marks one as taken back.</summary>
internal sealed record LogCommand(IssueId Issue, DoneCommand Command) : Effect;

/// <summary>Gives an issue from one to another, at GitHub and in their load; null is nobody. Who is known as its owner is <see cref="Remember"/>'s.</summary>
internal sealed record HandOver(IssueId Issue, string? From, string? To) : Effect;

/// <param name="DuplicateOf">GitHub's id of the other issue; of <see cref="CloseReason.Duplicate"/> only.</param>
internal sealed record CloseIssue(IssueId Issue, CloseReason Reason, long? DuplicateOf) : Effect;

internal sealed record ReopenIssue(IssueId Issue) : Effect;

/// <summary>The part of the aggregate that people tell, and that can be taken back.</summary>
internal sealed record Memory(
    HotfixState State,
    Severity? Severity,
    Impact? Impact,
    Frequency? Frequency,
    Values<RoleHolder> Roles,
    Values<Note> Notes,
    Fix? Fix,
    Ownership? Owner,
    Values<string> TakenOff = default,
    GateHold? Hold = null,
    Values<GateOverride> Overrides = default,
    Values<Confirmation> Confirmations = default)
{
    public static Memory Of(Hotfix hotfix) =>
        new(
            hotfix.State, hotfix.SeverityByHand, hotfix.ImpactByHand, hotfix.FrequencyByHand, hotfix.Roles, hotfix.Notes, hotfix.Fix, hotfix.Owner, hotfix.TakenOff,
            hotfix.Gate?.Hold, hotfix.Gate?.Overrides ?? [], hotfix.Gate?.Confirmations ?? []);

    /// <summary>The hotfix with what differs between the two, where it still is as it was.</summary>
    public static Hotfix Change(Hotfix hotfix, Memory was, Memory now) => hotfix with
    {
        State = Changed(hotfix.State, was.State, now.State),
        SeverityByHand = Changed(hotfix.SeverityByHand, was.Severity, now.Severity),
        ImpactByHand = Changed(hotfix.ImpactByHand, was.Impact, now.Impact),
        FrequencyByHand = Changed(hotfix.FrequencyByHand, was.Frequency, now.Frequency),
        Roles = [.. Enum.GetValues<IncidentRole>().Select(role => Changed(Of(hotfix.Roles, role), Of(was.Roles, role), Of(now.Roles, role))).OfType<RoleHolder>()],
        Notes = Changed(hotfix.Notes, was.Notes, now.Notes),
        Fix = Changed(hotfix.Fix, was.Fix, now.Fix),
        Owner = Changed(hotfix.Owner, was.Owner, now.Owner),
        TakenOff = Changed(hotfix.TakenOff, was.TakenOff, now.TakenOff),
        Gate = was.Hold == now.Hold && was.Overrides == now.Overrides && was.Confirmations == now.Confirmations ? hotfix.Gate : Change(hotfix.Gate ?? new(), was, now),
    };

    /// <summary>Which issue follows an override up is learned later, and makes no other override of it.</summary>
    private static GateState Change(GateState gate, Memory was, Memory now) => gate with
    {
        Hold = Changed(gate.Hold, was.Hold, now.Hold),
        Overrides = [.. gate.Overrides.ExceptBy(was.Overrides.Except(now.Overrides).Select(Of), Of).UnionBy(now.Overrides.Except(was.Overrides), Of)],
        Confirmations = Changed(gate.Confirmations, was.Confirmations, now.Confirmations),
    };

    private static GateOverride Of(GateOverride known) => known with { FollowUp = null };

    private static RoleHolder? Of(Values<RoleHolder> holders, IncidentRole role) => holders.FirstOrDefault(holder => holder.Role == role);

    /// <summary>Of a list, what came and what went; what others put in meanwhile stays.</summary>
    private static Values<T> Changed<T>(Values<T> current, Values<T> was, Values<T> now) => [.. current.Except(was.Except(now)).Union(now.Except(was))];

    private static T Changed<T>(T current, T was, T now) => !EqualityComparer<T>.Default.Equals(was, now) && EqualityComparer<T>.Default.Equals(current, was) ? now : current;
}

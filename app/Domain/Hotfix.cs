using System.Text.Json.Serialization;

namespace Hotfix.Domain;

/// <summary>The aggregate: one per issue that Hotfix has seen. GitHub shows this state; it is never read back from there.</summary>
/// <param name="UpdatedAt">When GitHub says the issue last changed, as of the newest delivery decided: an older delivery that comes late decides nothing.</param>
/// <param name="SeverityByHand">The severity a person set, by label or by command; an instruction until that label is taken off.</param>
/// <param name="TakenOff">Labels of ours that a person took off: an instruction until somebody puts them back.</param>
/// <param name="Replies">What the author answered when asked, oldest first, cut.</param>
/// <param name="Labels">The labels triage put on the issue, as last done.</param>
/// <param name="Owner">Who is on it; null as long as nobody was looked for.</param>
/// <param name="Events">What happened that matters to the clocks; a set, in no order.</param>
/// <param name="Deadlines">Computed from the events, by the profile as it was when the newest delivery was decided.</param>
/// <param name="ImpactByHand">The impact a person set by command; likewise <paramref name="FrequencyByHand"/>.</param>
/// <param name="Roles">Who has which part in it.</param>
/// <param name="Notes">What people wrote into the timeline.</param>
/// <param name="Fix">Where the fix is made; null until it is started.</param>
/// <param name="Commands">The commands that were carried out and can be taken back, oldest first; so many of the newest.</param>
/// <param name="Answers">Our answers that still stand, one for each question and place.</param>
/// <param name="Gate">What people said about the gate and how it stands; null until its pull request was judged or spoken of.</param>
/// <param name="Triages">How often it was triaged: what is left of an older triage is not performed any more.</param>
internal sealed record Hotfix(
    IssueId Issue,
    HotfixState State,
    DateTimeOffset UpdatedAt,
    Assessment? Assessment,
    Severity? SeverityByHand,
    Values<string> Labels,
    Values<string> TakenOff,
    Values<string> Replies,
    Card? Card,
    Ownership? Owner = null,
    Values<ClockEvent> Events = default,
    Values<Deadline> Deadlines = default,
    EffortEstimate? Effort = null,
    int Triages = 0,
    Impact? ImpactByHand = null,
    Frequency? FrequencyByHand = null,
    Values<RoleHolder> Roles = default,
    Values<Note> Notes = default,
    Fix? Fix = null,
    Values<DoneCommand> Commands = default,
    Values<PostedAnswer> Answers = default,
    GateState? Gate = null)
{
    /// <summary>When the issue was filed; of one that was there before Hotfix was, when it was first seen.</summary>
    [JsonIgnore]
    public DateTimeOffset OpenedAt => Events.Where(known => known.Kind == ClockEventKind.Opened).Select(known => known.At).DefaultIfEmpty(UpdatedAt).First();
}

/// <summary>The issue's one comment as we last wrote it. The digest (SHA-256, hexadecimal) tells whether a new text differs, without keeping the old one.</summary>
internal sealed record Card(CommentId Comment, string Digest);

/// <summary>Who has a part in a hotfix.</summary>
internal sealed record RoleHolder(IncidentRole Role, string Login);

/// <summary>The parts people have while it burns.</summary>
internal enum IncidentRole
{
    /// <summary>Decides.</summary>
    Commander,

    /// <summary>Tells everybody else.</summary>
    Comms,

    /// <summary>Writes down what happens.</summary>
    Scribe,
}

/// <summary>A line of the timeline that somebody wrote.</summary>
internal sealed record Note(DateTimeOffset At, string By, string Text);

/// <summary>A command that was carried out.</summary>
/// <param name="Delivery">By which its deeds are found in the journal.</param>
/// <param name="Line">As it was written; its beginning, of a long one.</param>
/// <param name="IsAutomatic">Nobody wrote it, so whoever may take it back.</param>
/// <param name="IsUndone">It was taken back since.</param>
internal sealed record DoneCommand(string Delivery, string By, string Verb, string Line, DateTimeOffset At, bool IsUndone = false, bool IsAutomatic = false)
{
    /// <summary>More of a line is never shown, and many of them are kept.</summary>
    private const int MaxCharacters = 200;

    public static DoneCommand Of(string delivery, GivenCommand given, string verb) =>
        new(delivery, given.By.Login, verb, given.Line.Length > MaxCharacters ? given.Line[..MaxCharacters] : given.Line, given.At, IsAutomatic: given.IsAutomatic);
}

/// <summary>An answer of ours.</summary>
/// <param name="On">The number of the issue or pull request it was given on.</param>
/// <param name="Question">What was asked; a newer answer to the same takes its place.</param>
/// <param name="Node">GraphQL's id of the comment.</param>
internal sealed record PostedAnswer(int On, string Question, CommentId Comment, string Node);

/// <summary>Who is on an issue. Triage looks for somebody once; what a person changes stays.</summary>
/// <param name="Login">Null when nobody is: nobody was found, or a person took everybody off.</param>
/// <param name="Choice">Why this one, when triage chose.</param>
/// <param name="LeftOut">Those whom GitHub would not assign.</param>
internal sealed record Ownership(string? Login, Candidate? Choice, Values<string> LeftOut);

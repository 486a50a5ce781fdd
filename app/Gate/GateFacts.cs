using Hotfix.Domain;

namespace Hotfix.Gate;

/// <summary>Everything that a verdict is made from.</summary>
/// <param name="Texts">The files that hold the version, and the changelog, as they are at the head; one that is not there is missing here.</param>
/// <param name="Teams">Who of those who approved is in which of the teams that the evidence names.</param>
/// <param name="Freeze">Null while nothing is frozen.</param>
/// <param name="InQueue">It is judged for the merge queue, which looks at the checks itself.</param>
internal sealed record GateFacts(
    PullEvidence Pull,
    Fix Fix,
    IssueId Issue,
    Severity? Severity,
    GateState State,
    Profile Profile,
    Values<HeadFile> Texts,
    Values<TeamMember> Teams,
    Values<PortCheck> Ports,
    GateFreeze? Freeze,
    bool InQueue,
    DateTimeOffset Now);

internal sealed record TeamMember(string Team, string Login);

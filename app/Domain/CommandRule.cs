using System.ComponentModel;

namespace Hotfix.Domain;

/// <summary>Who may use a command; any one of them is enough. What is left out lets nobody in.</summary>
internal sealed record CommandRule(
    [property: Description("The least role in the repository: read, triage, write, maintain or admin.")] RepositoryRole? Role,
    [property: Description("Teams of the organisation, by their slugs; members of teams below them count.")] Values<string> Teams,
    [property: Description("Logins.")] Values<string> People);

using Hotfix.Domain;
using Hotfix.Triage.Owners;

namespace Hotfix.Triage;

/// <summary>What a decision about an issue looks at besides the event and the aggregate; all of it was read before.</summary>
/// <param name="Delivery">The delivery's id, which names the cause of what is recorded.</param>
/// <param name="Load">Open reports per login, in all repositories of the installation.</param>
/// <param name="CodeOwners">Null where the profile does not ask for it, or the repository has none.</param>
/// <param name="Past">What closed hotfixes took, per impact, the newest last.</param>
internal sealed record IssueFacts(
    TeamProcess Process,
    string Delivery,
    DateTimeOffset ReceivedAt,
    IReadOnlyDictionary<string, int> Load,
    CodeOwnersFile? CodeOwners,
    IReadOnlyDictionary<Impact, Values<TimeSpan>> Past);

using Hotfix.Domain;
using Hotfix.Profiles;

namespace Hotfix.Configuration;

/// <summary>What a decision about a configuration file looks at; all of it was read before.</summary>
/// <param name="Delivery">The delivery's id, which names the cause of what follows.</param>
/// <param name="Commit">Where the file was found.</param>
/// <param name="Text">The file; null when there is none at that commit. Likewise <paramref name="Sha"/> and <paramref name="Reading"/>.</param>
/// <param name="Known">Git's name of the text that counts by now.</param>
/// <param name="Counts">The file stands so at the head of the default branch: it is the one that counts.</param>
/// <param name="OfAccount">The file is the one for all repositories of the account.</param>
/// <param name="Rehearsed">Null where the file has errors.</param>
internal sealed record ConfigFacts(
    string Delivery,
    Repository Repository,
    string Commit,
    string? Text,
    string? Sha,
    ConfigReading? Reading,
    string? Known,
    bool Counts,
    bool OfAccount,
    Rehearsed? Rehearsed);

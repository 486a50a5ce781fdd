using System.Collections.Concurrent;
using Hotfix.Domain;
using Hotfix.Profiles;
using Hotfix.Triage;
using Place = Hotfix.Profiles.Nodes.Place;

namespace Hotfix.Handlers.Configs;

/// <summary>Processes made ready, by the text they were made from: repositories that share a file share one. Bounded; when it is full, it starts anew.</summary>
/// <param name="fallback">The profile where no file says otherwise.</param>
/// <param name="web">GitHub's address for people, without a slash at its end.</param>
internal sealed class ProcessCache(string fallback, Uri web)
{
    /// <summary>A process keeps its word lists ready, about a megabyte.</summary>
    private const int Most = 64;
    private const int MostRepositories = 10_000;

    private readonly ConcurrentDictionary<(string Text, string Where), Lazy<TeamProcess?>> made = new();
    private readonly ConcurrentDictionary<long, TeamProcess> last = new();
    private readonly Lazy<TeamProcess> standard = new(() => Ready(ConfigReader.BuiltIn(fallback), RuleLinks.ToBuiltIn)!);

    /// <summary>The process of a repository: by its own file, else by the account's, else the default; remembered as its last.</summary>
    public TeamProcess Of(string? own, string? account, Repository repository)
    {
        if (last.Count >= MostRepositories)
        {
            last.Clear();
        }

        return last[repository.Id] = Find(own, repository) ?? Find(account, Account(repository)) ?? standard.Value;
    }

    /// <summary>The same for trying it out: neither kept nor remembered, so that what is only proposed changes nothing.</summary>
    public TeamProcess Make(string? own, string? account, Repository repository) => Read(own, repository) ?? Read(account, Account(repository)) ?? standard.Value;

    public TeamProcess LastOf(Repository? repository) => repository is not null && last.TryGetValue(repository.Id, out var process) ? process : standard.Value;

    private TeamProcess? Find(string? text, Repository where)
    {
        if (text is null)
        {
            return null;
        }

        if (made.Count >= Most)
        {
            made.Clear();
        }

        return made.GetOrAdd((text, $"{where}"), _ => new(() => Read(text, where))).Value;
    }

    private TeamProcess? Read(string? text, Repository where) => text is null ? null : Ready(ConfigReader.Read(text, WatchedFiles.Config), place => RuleLinks.To(web, where, place));

    /// <summary>Null for a file that was good once and is not any more, because Hotfix is a newer one: what is below it counts then.</summary>
    private static TeamProcess? Ready(ConfigReading reading, Func<Place, string> link) => reading.Profile is { } profile ? new(profile, RuleLinks.Of(profile, reading.Origins, link)) : null;

    private static Repository Account(Repository repository) => repository with { Name = ConfigRows.AccountRepository };
}

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

    private readonly ConcurrentDictionary<(string Text, string Where), Lazy<TeamProcess>> made = new();
    private readonly ConcurrentDictionary<long, TeamProcess> last = new();
    private readonly Lazy<TeamProcess> standard = new(() => Make(ConfigReader.BuiltIn(fallback), RuleLinks.ToBuiltIn));

    /// <summary>The process of a file in a repository, for that repository or for another one of the same account. The text is known to be good.</summary>
    public TeamProcess Of(string text, Repository where, Repository? of = null)
    {
        if (made.Count >= Most)
        {
            made.Clear();
        }

        var process = made.GetOrAdd((text, $"{where}"), _ => new(() => Make(ConfigReader.Read(text, WatchedFiles.Config), place => RuleLinks.To(web, where, place)))).Value;

        return Remember(of ?? where, process);
    }

    public TeamProcess Default(Repository repository) => Remember(repository, standard.Value);

    public TeamProcess LastOf(Repository? repository) => repository is not null && last.TryGetValue(repository.Id, out var process) ? process : standard.Value;

    private TeamProcess Remember(Repository repository, TeamProcess process)
    {
        if (last.Count >= MostRepositories)
        {
            last.Clear();
        }

        return last[repository.Id] = process;
    }

    private static TeamProcess Make(ConfigReading reading, Func<Place, string> link)
    {
        var profile = reading.Profile ?? throw new InvalidOperationException("A file with errors is never kept, and so never made ready.");

        return new(profile, RuleLinks.Of(profile, reading.Origins, link));
    }
}

using System.Reflection;
using Hotfix.Domain;
using Hotfix.Profiles;
using Place = Hotfix.Profiles.Nodes.Place;

namespace Hotfix.Handlers.Configs;

/// <summary>Where a rule can be read: the line of the team's file, or of the profile that ships, as of the commit this program was built from.</summary>
internal static class RuleLinks
{
    private const string Home = "https://github.com/hotfix-app/hotfix";

    /// <summary>The SDK puts the commit behind a plus sign; a build outside a repository has none, and then the newest has to do.</summary>
    private static readonly string Commit =
        typeof(RuleLinks).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, { Length: 40 } commit] ? commit : "HEAD";

    public static IReadOnlyDictionary<string, string> Of(Profile profile, Origins origins, Func<Place, string> link)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var rule in profile.Rules)
        {
            var place = origins.Of($"rules[{rule.Name}]");
            links[rule.Name] = place.Source == WatchedFiles.Config ? link(place) : ToBuiltIn(place);
        }

        return links;
    }

    public static string To(Uri web, Repository where, Place place) => $"{web.AbsoluteUri.TrimEnd('/')}/{where}/blob/HEAD/{WatchedFiles.Config}#L{place.Line}";

    public static string ToBuiltIn(Place place) => $"{Home}/blob/{Commit}/app/Profiles/{place.Source}#L{place.Line}";
}

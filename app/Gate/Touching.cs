using Hotfix.Domain;
using Hotfix.Triage.Owners;

namespace Hotfix.Gate;

/// <summary>Which of a pull request's files patterns mean.</summary>
internal static class Touching
{
    public static Values<ChangedFile> Of(PullEvidence pull, Values<string> patterns)
    {
        var parsed = patterns.Select(pattern => PathPattern.Parse(pattern)).OfType<PathPattern>().ToList();

        return [.. pull.Files.Where(file => Matches(file.Path) || (file.Was is { } was && Matches(was)))];

        bool Matches(string path) => path.Split('/') is var parts && parsed.Exists(pattern => pattern.Matches(parts));
    }

    /// <summary>A few paths, quoted, for a sentence.</summary>
    public static string Named(IEnumerable<string> paths) => GateSentences.Few(paths.Select(path => Triage.Quote.Code(path)).ToList(), 5);
}

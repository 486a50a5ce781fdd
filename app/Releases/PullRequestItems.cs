using Hotfix.Domain;

namespace Hotfix.Releases;

/// <summary>What is ticked off in a pull request's text: one line an item, with its id in a comment by which it is known again (<c>- [ ] text &lt;!-- hotfix:id --&gt;</c>).</summary>
internal static class PullRequestItems
{
    /// <summary>The profile's checklist of pull requests, as far as it is for this severity.</summary>
    public static string Checklist(Profile profile, Severity? severity) => Lines(profile.PullRequest.Checklist, severity, "hotfix:");

    /// <summary>The tests without which a fix of this severity does not go out. Their ids are <c>testing:</c> and the item's, since a checklist may have an item of the same name.</summary>
    public static string Testing(Profile profile, Severity? severity) => severity is { } known
        ? Lines(Required(profile, known, []).DistinctBy(item => item.Id), severity, "hotfix:testing:") is { Length: > 0 } lines ? lines : $"- [ ] {Sentence(profile.Testing[known].Depth)} <!-- hotfix:testing:depth -->"
        : "";

    private static IEnumerable<ItemRule> Required(Profile profile, Severity severity, HashSet<Severity> seen) => seen.Add(severity) && profile.Testing.TryGetValue(severity, out var rule)
        ? [.. rule.Includes is { } other ? Required(profile, other, seen) : [], .. rule.Required]
        : [];

    private static string Lines(IEnumerable<ItemRule> items, Severity? severity, string prefix) => string.Join('\n', items
        .Where(item => item.Severities.Count == 0 || severity is null || item.Severities.Contains(severity.Value))
        .Select(item => $"- [ ] {item.Text}{(item.When is { } when ? $" (When: {when}.)" : "")} <!-- {prefix}{item.Id} -->"));

    private static string Sentence(string depth) => $"Tested: {depth}.";
}

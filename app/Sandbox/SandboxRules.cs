using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.Sandbox;

/// <summary>
/// The rulesets of a repository, which nobody but people may pass. Patterns are GitHub's: <c>*</c> does not pass a slash, <c>**</c> does; they name branches, or tags when they begin with
/// <c>refs/tags/</c>. To be touched only while holding the state's gate.
/// </summary>
internal sealed class SandboxRules
{
    private readonly List<(Regex Pattern, string[] Rules)> all = [];

    /// <summary>From now on these rules (<c>creation</c>, <c>update</c>, <c>deletion</c>, <c>non_fast_forward</c>, <c>pull_request</c>) hold for what the pattern names.</summary>
    public void Add(string pattern, string[] rules) => all.Add((Pattern(pattern), rules));

    public void Clear() => all.Clear();

    /// <summary>The rules for a ref, which need not exist.</summary>
    /// <param name="name">Without <c>refs/</c>.</param>
    public IReadOnlyList<string> Of(string name) => [.. all.Where(one => one.Pattern.IsMatch($"refs/{name}")).SelectMany(one => one.Rules).Distinct()];

    private static Regex Pattern(string pattern)
    {
        var full = pattern.StartsWith("refs/", StringComparison.Ordinal) ? pattern : $"refs/heads/{pattern}";
        var escaped = new StringBuilder(Regex.Escape(full)).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]");

        return new Regex($"^{escaped}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.Sandbox;

/// <summary>
/// The rulesets of a repository, which nobody but people may pass. Patterns are GitHub's: <c>*</c> does not pass a slash, <c>**</c> does; they name branches, or tags when they begin with
/// <c>refs/tags/</c>. To be touched only while holding the state's gate.
/// </summary>
internal sealed class SandboxRules
{
    /// <summary>GitHub's name of the rule that asks for green checks.</summary>
    public const string RequiredChecks = "required_status_checks";

    private readonly List<(Regex Pattern, string[] Rules)> all = [];
    private readonly List<(Regex Pattern, string[] Checks)> required = [];
    private readonly List<(Regex Pattern, string[] Checks)> classic = [];

    /// <summary>From now on these rules (<c>creation</c>, <c>update</c>, <c>deletion</c>, <c>non_fast_forward</c>, <c>pull_request</c>) hold for what the pattern names.</summary>
    public void Add(string pattern, string[] rules) => all.Add((Pattern(pattern), rules));

    /// <summary>From now on these checks are required.</summary>
    public void Require(string pattern, string[] checks)
    {
        required.Add((Pattern(pattern), checks));
        Add(pattern, [RequiredChecks]);
    }

    /// <summary>The same by branch protection, of which the list of rules says nothing.</summary>
    public void RequireClassic(string pattern, string[] checks) => classic.Add((Pattern(pattern), checks));

    public void Clear()
    {
        all.Clear();
        required.Clear();
        classic.Clear();
    }

    /// <summary>The checks that are required for a ref, by whatever it is.</summary>
    public IReadOnlyList<string> Required(string name) => [.. RequiredByRules(name).Union(RequiredByProtection(name) ?? [])];

    public IReadOnlyList<string> RequiredByRules(string name) => [.. Of(required, name).SelectMany(one => one).Distinct()];

    /// <summary>Null where the branch is not protected in that way.</summary>
    public IReadOnlyList<string>? RequiredByProtection(string name) => Of(classic, name) is { Count: > 0 } found ? [.. found.SelectMany(one => one).Distinct()] : null;

    public bool IsProtected(string name) => Of(name).Count > 0 || RequiredByProtection(name) is not null;

    /// <summary>The rules for a ref, which need not exist.</summary>
    /// <param name="name">Without <c>refs/</c>.</param>
    public IReadOnlyList<string> Of(string name) => [.. Of(all, name).SelectMany(one => one).Distinct()];

    private static List<string[]> Of(List<(Regex Pattern, string[] What)> rules, string name) => [.. rules.Where(one => one.Pattern.IsMatch($"refs/{name}")).Select(one => one.What)];

    private static Regex Pattern(string pattern)
    {
        var full = pattern.StartsWith("refs/", StringComparison.Ordinal) ? pattern : $"refs/heads/{pattern}";
        var escaped = new StringBuilder(Regex.Escape(full)).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]");

        return new Regex($"^{escaped}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}

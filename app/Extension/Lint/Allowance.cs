using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Lint;

/// <summary>A finding that a team has looked at and accepts.</summary>
/// <param name="Path">A pattern as in <c>.gitignore</c>.</param>
/// <param name="Line">Where it stands in its file.</param>
internal sealed record Allowance(string Rule, string Path, string Reason, int Line)
{
    /// <summary>Beside the manifest; it is never packed.</summary>
    public const string FileName = ".hotfixlint.json";

    public bool Allows(LintFinding finding) => finding.Rule.Id == Rule && new Glob(Path).Matches(finding.Path);

    /// <summary>Shape: <c>[{ "rule": "inner-html", "path": "vendor/**", "reason": "…" }]</c>, all three needed.</summary>
    /// <exception cref="ExtensionException">One sentence with the line.</exception>
    public static IReadOnlyList<Allowance> Parse(ReadOnlySpan<byte> file, string name)
    {
        var json = JsonFileReader.Read(file);

        if (json.Faults is [var fault, ..])
        {
            throw new ExtensionException($"{name}, line {fault.Line}: the file {fault.Sentence}.");
        }

        return json.Root is { IsList: true } list
            ? [.. list.Items.Select(item => Read(item, name))]
            : throw new ExtensionException($"{name} is no list: an allowlist is [{{\"rule\", \"path\", \"reason\"}}, …].");
    }

    private static Allowance Read(JsonValue item, string name)
    {
        foreach (var key in new[] { "rule", "path", "reason" })
        {
            if (string.IsNullOrWhiteSpace(item.TextOf(key)))
            {
                throw new ExtensionException($"{name}, line {item.Line}: the entry has no {key}; it needs a rule, a path and a reason.");
            }
        }

        if (item.Members.FirstOrDefault(member => member.Name is not ("rule" or "path" or "reason")) is { } other)
        {
            throw new ExtensionException($"{name}, line {other.Line}: an entry has no '{Shown.Of(other.Name)}'; it has a rule, a path and a reason.");
        }

        return Rules.All.Any(rule => rule.Id == item.TextOf("rule"))
            ? new(item.TextOf("rule")!, item.TextOf("path")!, item.TextOf("reason")!, item.Line)
            : throw new ExtensionException($"{name}, line {item.Line}: there is no rule '{Shown.Of(item.TextOf("rule")!)}'; `hotfix extension lint --rules` lists them.");
    }
}

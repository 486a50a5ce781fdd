using System.Text.RegularExpressions;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Releases;

/// <summary>
/// A hotfix's pull request, written from a template: one that ships (<c>app/Templates</c>) or a team's own (<c>.github/hotfix/&lt;name&gt;.md</c>), by the same words in braces.
/// <para>Shape: GitHub Flavored Markdown of at most 65,536 characters. It opens with a hidden marker by which it is known to be ours; what has to be ticked off stands between two others, which a template without them gets at its end,
/// as it gets the headings that the profile asks for.</para>
/// <para>Source: issue D, "Start"; seeds/002, "Hotfix PR Template"; shared/reference/forms-and-tasklists.md, §5.</para>
/// </summary>
internal static partial class PullRequestText
{
    public const string Marker = "<!-- hotfix:pull-request -->";

    public const string ChecklistStart = "<!-- hotfix:checklist:start -->";

    public const string ChecklistEnd = "<!-- hotfix:checklist:end -->";

    /// <summary>For a severity that by the profile is no hotfix, and is made one by a person.</summary>
    private const string Otherwise = "hotfix";

    private const int MaxCharacters = 65_536;

    private const int MaxTitle = 256;

    /// <summary>The name of the template that a hotfix of this severity is written from.</summary>
    public static string TemplateOf(Profile profile, Severity severity) => profile.Severities[severity].Template ?? Otherwise;

    public static PullRequestWritten Write(string template, PullRequestFacts facts)
    {
        var own = template.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var whole = Whole(own, facts.Profile);

        if ((Unknown(own) ?? Unpaired(whole)) is { } refusal)
        {
            return new(null, null, refusal);
        }

        var text = PullRequestWords.Fill(whole, facts);

        return text.Length > MaxCharacters
            ? new(null, null, $"The pull request's text would have {text.Length} characters, and GitHub takes {MaxCharacters}; its template must be shorter.")
            : new(Title(facts), text, null);
    }

    private static string Title(PullRequestFacts facts)
    {
        var title = facts.Profile.PullRequest.TitlePrefix + (PlainTitle.Of(facts.Title) is { Length: > 0 } words ? words : $"Hotfix {facts.Version}");

        return title.Length <= MaxTitle ? title : title[..MaxTitle];
    }

    /// <summary>The template with everything that must be there.</summary>
    private static string Whole(string template, Profile profile)
    {
        var checklist = template.Contains(ChecklistStart, StringComparison.Ordinal) || template.Contains(ChecklistEnd, StringComparison.Ordinal)
            ? ""
            : $"\n\n### Checklist\n\n{ChecklistStart}\n{{checklist}}\n{ChecklistEnd}";
        var headings = Heading().Matches(template + checklist).Select(match => match.Groups["words"].Value.Trim()).ToList();
        var missing = profile.PullRequest.Sections.Where(section => !headings.Contains(section, StringComparer.OrdinalIgnoreCase)).Select(section => $"\n\n### {section}");

        return $"{(template.Contains(Marker, StringComparison.Ordinal) ? "" : $"{Marker}\n")}{template.TrimEnd()}{string.Concat(missing)}{checklist}\n";
    }

    private static string? Unknown(string template) => PullRequestWords.Unknown(template) is var (word, line)
        ? $"The pull request's template has {Quote.Code($"{{{word}}}")} in it, which stands for nothing (line {line}); known are {string.Join(", ", PullRequestWords.Known.Select(known => $"`{{{known}}}`"))}."
        : null;

    private static string? Unpaired(string template)
    {
        var (starts, ends) = (Count(ChecklistStart), Count(ChecklistEnd));

        return starts == 1 && ends == 1 && template.IndexOf(ChecklistStart, StringComparison.Ordinal) < template.IndexOf(ChecklistEnd, StringComparison.Ordinal)
            ? null
            : $"The pull request's template must have `{ChecklistStart}` once and below it `{ChecklistEnd}` once, or neither; it has the one {Times(starts)} and the other {Times(ends)}{(starts == 1 && ends == 1 ? ", in the wrong order" : "")}.";

        int Count(string mark) => template.AsSpan().Count(mark);
    }

    private static string Times(int count) => count switch { 0 => "not at all", 1 => "once", 2 => "twice", _ => $"{count} times" };

    /// <summary>A heading, or the bold word that begins a line or an item.</summary>
    [GeneratedRegex(@"^(#{1,6}[ \t]+(?<words>[^\n]+?)|(- )?\*\*(?<words>[^*\n]+)\*\*:?.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Heading();
}

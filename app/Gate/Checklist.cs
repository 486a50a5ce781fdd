using Hotfix.Domain;
using Hotfix.Gate.Reading;

namespace Hotfix.Gate;

/// <summary>The checklist as it is pinned when a hotfix is started: from then on, the pull request's text says what is ticked and nothing more.</summary>
internal static class Checklist
{
    private const string Manual = "manual";

    /// <summary>What an item asks for is said by its own comment (<c>&lt;!-- hotfix:id approval(2) --&gt;</c>), else by the profile's item of that id, else it is a person's tick.</summary>
    /// <param name="template">The template's text, whose hash is kept.</param>
    /// <param name="body">The pull request's text as it was written from it.</param>
    public static PinnedTemplate Pin(string name, string template, string body, Profile profile, Severity? severity)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Values<PinnedItem> items = [.. ChecklistSection.Read(body).Items.Select(item => new PinnedItem(IdOf(item, ids), item.Words, item.Evidence ?? EvidenceOf(item.Id, profile, severity)))];

        return PinnedTemplate.Of(name, template) with { Items = items, Sections = [.. Filled(items).Select(heading => new PinnedSection(heading, BodyText.Section(body, heading) ?? ""))] };
    }

    /// <summary>By the profile; of an item that is there for some severities only, the one for this severity.</summary>
    public static string EvidenceOf(string? id, Profile profile, Severity? severity) => profile.PullRequest.Checklist
        .Where(rule => rule.Id == id)
        .OrderByDescending(rule => severity is { } known && rule.Severities.Contains(known))
        .FirstOrDefault()?.Evidence ?? Manual;

    /// <summary>The ids of the items that are ticked after an edit and were not before.</summary>
    public static Values<string> Ticked(string before, string after) => [.. Ticked(after).Except(Ticked(before))];

    private static IEnumerable<string> Ticked(string body) => ChecklistSection.Read(body).Items.Where(item => item.IsTicked).Select(item => item.Id).OfType<string>();

    private static IEnumerable<string> Filled(Values<PinnedItem> items) => items
        .Select(item => EvidenceReader.Read(item.Evidence).Call)
        .Where(call => call?.Name == "filled")
        .Select(call => call!.Arguments[0])
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>An item of a team's template that names itself by nothing gets a name from its words, by which commands can mean it.</summary>
    private static string IdOf(SectionItem item, HashSet<string> ids)
    {
        var words = new string([.. item.Words.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('_', words.Take(4).DefaultIfEmpty("item"));
        var free = item.Id ?? Enumerable.Range(1, int.MaxValue).Select(at => at == 1 ? id : $"{id}_{at}").First(name => !ids.Contains(name));
        ids.Add(free);

        return free;
    }
}

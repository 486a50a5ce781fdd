using Hotfix.Domain.Versions;
using Hotfix.Triage;

namespace Hotfix.Releases;

/// <summary>What is taken: by a tag, or because Hotfix gave it out before, whatever became of it.</summary>
internal sealed class TakenVersions(VersionQuestion question)
{
    private readonly TagPattern pattern = TagPattern.Of(question.Tag);

    private readonly Dictionary<string, string> holders = Holders(question);

    /// <summary>Who has it, as the end of a sentence; null when it is free. Build metadata makes no other version.</summary>
    public string? By(SemanticVersion version) => holders.GetValueOrDefault(version.Ordered);

    /// <summary>Everything known to be in the store, or on its way there: given out before, said to be there, or released under a tag.</summary>
    public IReadOnlyCollection<ChromeVersion> InStore() =>
    [
        .. question.Claims.Select(claim => claim.Store).OfType<string>().Concat(question.StoreKnown).SelectMany(Of),
        .. question.Claims.Select(claim => claim.Version).SelectMany(Of),
        .. question.Tags.Append(question.From).SelectMany(tag => pattern.Read(tag) is { } version ? Of(version) : Numbered(tag) is { } numbers ? [numbers] : []),
    ];

    /// <summary>A tag with two to four numbers, like <c>v1.2</c>: no semantic version, but one of the store's. A number alone, or without the words before it, may be anything.</summary>
    public ChromeVersion? Numbered(string tag)
    {
        var bare = pattern.Prefix.Length > 0 && pattern.Bare(tag) is { } own ? own : tag.StartsWith('v') ? tag[1..] : "";

        return bare.Contains('.', StringComparison.Ordinal) ? ChromeVersion.TryParse(bare) : null;
    }

    private static IEnumerable<ChromeVersion> Of(string text) => ChromeVersion.TryParse(text) is { } own ? [own] : SemanticVersion.TryParse(text) is { } version ? Of(version) : [];

    private static IEnumerable<ChromeVersion> Of(SemanticVersion version) => StoreVersion.Allocate(version, []) is { Version: { } own } ? [own.Version] : [];

    private static Dictionary<string, string> Holders(VersionQuestion question)
    {
        var pattern = TagPattern.Of(question.Tag);
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var claim in question.Claims)
        {
            holders.TryAdd(SemanticVersion.TryParse(claim.Version)?.Ordered ?? claim.Version, $"it was given to #{claim.Issue}");
        }

        foreach (var tag in question.Tags)
        {
            if (pattern.Read(tag) is { } version)
            {
                holders.TryAdd(version.Ordered, $"there is a tag {Quote.Code(tag)}");
            }
        }

        return holders;
    }
}

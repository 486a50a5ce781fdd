using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Releases.Files;

namespace Hotfix.Releases;

/// <summary>
/// Sets the version in the files that a profile names (<c>branches.version_files</c>). Everything else about a file stays as it is, to the byte: formatting, line ends, byte order mark. Each rule has exactly one place, or says
/// what it found instead.
/// <para>Source: issue D, "Start"; docs.npmjs.com, package.json and package-lock.json; developer.chrome.com, manifest keys "version" and "version_name"; doc.rust-lang.org/cargo, the manifest format; learn.microsoft.com, MSBuild.</para>
/// </summary>
internal static class VersionFiles
{
    /// <summary>The files to read before an edit; some need not be there.</summary>
    public static IEnumerable<string> Paths(BranchRules rules) => rules.VersionFiles
        .SelectMany(rule => rule.Pattern is null && VersionFileKinds.Of(rule.Path) == VersionFileKind.CargoLock ? [rule.Path, VersionEdit.CargoOf(rule.Path)] : (string[])[rule.Path])
        .Distinct(StringComparer.Ordinal);

    /// <param name="texts">The files that are there, by their paths, each with its byte order mark where it has one.</param>
    /// <param name="store">The store's version; null where the product goes to none.</param>
    public static FilesEdited Edit(BranchRules rules, IReadOnlyDictionary<string, string> texts, string version, string? store)
    {
        var edited = new Dictionary<string, string>(texts, StringComparer.Ordinal);
        var missed = new List<string>();

        foreach (var rule in rules.VersionFiles)
        {
            if (edited.TryGetValue(rule.Path, out var text))
            {
                edited[rule.Path] = Apply(text, [.. VersionEdit.Of(rule, text, texts, version, store)], rule.Path, missed);
            }
            else if (!rule.Optional)
            {
                missed.Add($"`{rule.Path}`: the file is not there; take it out of `branches.version_files`, or say there that it is optional.");
            }
        }

        return new([.. edited.Where(file => file.Value != texts[file.Key]).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new EditedFile(file.Key, file.Value))], [.. missed]);
    }

    /// <summary>All of a rule's edits, or none.</summary>
    private static string Apply(string text, IReadOnlyList<VersionEdit> edits, string path, List<string> missed)
    {
        var sentences = edits.Select(edit => edit.Search.Missed(path, text)).OfType<string>().ToList();
        missed.AddRange(sentences.Distinct());

        return sentences.Count > 0
            ? text
            : edits.OrderByDescending(edit => edit.Search.Found[0].Start).Aggregate(text, (changed, edit) => changed.Remove(edit.Search.Found[0].Start, edit.Search.Found[0].Length).Insert(edit.Search.Found[0].Start, edit.Text));
    }
}

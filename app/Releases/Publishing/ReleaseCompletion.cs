using Hotfix.Domain;

namespace Hotfix.Releases.Publishing;

/// <summary>
/// How a release is brought to where it should be, from wherever the last try left it: what is there is completed and never doubled. What people have already is never changed: a published release keeps each file it has, and one that would have another
/// package under the same name is refused. An immutable release (a setting of the repository) that lacks a file never gets it, which is refused too.
/// </summary>
internal static class ReleaseCompletion
{
    /// <param name="held">Null where there is none of the tag.</param>
    /// <param name="tagged">The commit the tag stands at; null where there is no such tag.</param>
    public static ReleaseRuling Decide(HeldRelease? held, string? tagged, WantedRelease wanted)
    {
        if (tagged is not null && tagged != wanted.Commit)
        {
            return Refuse($"The tag {wanted.Tag} stands at {Short(tagged)}, and this is {Short(wanted.Commit)}: what is tagged is never changed, so give it the next version.");
        }

        if (held is { IsDraft: false } && Differing(held, wanted) is { } other)
        {
            return Refuse($"The release {wanted.Tag} is published with another {other.Name} (sha256 {other.Sha256?[..12] ?? "unknown"}…): what is published is never changed, so give it the next version.");
        }

        var wrong = held is { IsDraft: true } ? held.Files.Where(file => !file.IsWhole || (Ours(file, wanted) is { } ours && !Same(file, ours))).ToList()
            : held?.Files.Where(file => !file.IsWhole).ToList() ?? [];

        if (held is { IsImmutable: true } && Lacking(held, wanted) is { } lacking)
        {
            return Refuse($"The release {wanted.Tag} is immutable and has no {lacking.Name}: GitHub adds nothing to it any more, so give it the next version.");
        }

        var there = held?.Files.Except(wrong).Select(file => file.Name).ToHashSet(StringComparer.Ordinal) ?? [];

        return new(
            new(
                held is null,
                held is { IsDraft: true } && held.Target != wanted.Commit,
                [.. wrong],
                [.. wanted.Files.Select(file => file.Name).Where(name => !there.Contains(name))],
                [.. wanted.Files.Select(file => file.Name).Where(there.Contains)],
                held is null or { IsDraft: true },
                held is { IsDraft: false, IsPrerelease: true } && !wanted.IsPrerelease),
            null);
    }

    /// <summary>The tags of other releases that hold another package under the name of ours, which has the version in it.</summary>
    public static IEnumerable<string> Others(IEnumerable<HeldRelease> releases, WantedRelease wanted) =>
        from release in releases
        where release.Tag != wanted.Tag && Differing(release, wanted) is { Sha256: not null }
        select release.Tag;

    /// <summary>The package, where the release has another of its name. Other files may differ with the run that made them (a signature by ECDSA is another each time).</summary>
    private static HeldFile? Differing(HeldRelease held, WantedRelease wanted) =>
        wanted.Files.Count > 0 && held.Files.FirstOrDefault(file => file.IsWhole && file.Name == wanted.Files[0].Name) is { } package && !Same(package, wanted.Files[0]) ? package : null;

    private static WantedFile? Lacking(HeldRelease held, WantedRelease wanted) => wanted.Files.FirstOrDefault(file => !held.Files.Any(one => one.IsWhole && one.Name == file.Name));

    private static WantedFile? Ours(HeldFile file, WantedRelease wanted) => wanted.Files.FirstOrDefault(one => one.Name == file.Name);

    private static bool Same(HeldFile held, WantedFile wanted) => held.Bytes == wanted.Bytes && (held.Sha256 is null || held.Sha256 == wanted.Sha256);

    private static ReleaseRuling Refuse(string sentence) => new(null, sentence);

    private static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;
}

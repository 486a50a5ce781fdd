using Hotfix.Domain;
using Hotfix.Extension.Manifests;
using Hotfix.Extension.Permissions;

namespace Hotfix.Extension.Diff;

/// <param name="Before">Bytes; null where the file is new.</param>
/// <param name="After">Bytes; null where it is gone.</param>
internal sealed record FileChange(string Path, long? Before, long? After);

/// <param name="Key">Like <c>action.default_popup</c>; of a list of texts each item is a change of its own.</param>
internal sealed record ManifestChange(string Key, string? Before, string? After);

/// <summary>What is different between two packages.</summary>
/// <param name="MustAgree">The sentences that users of the old one must agree to, before Chrome runs the new one.</param>
/// <param name="Warnings">All that Chrome says about the new one.</param>
internal sealed record PackageDiff(Values<FileChange> Files, Values<ManifestChange> Manifest, Values<string> MustAgree, Values<string> Warnings, long BytesBefore, long BytesAfter)
{
    /// <summary>What the store adds to a package by itself.</summary>
    private const string StoreFolder = "_metadata/";

    public static PackageDiff Of(ExtensionPackage before, ExtensionPackage after)
    {
        var (old, now) = (before.NeededManifest("the old package"), after.NeededManifest("the new package"));
        var paths = before.Files.Concat(after.Files).Select(file => file.Path).Where(path => !path.StartsWith(StoreFolder, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        var files = from path in paths
                    let was = before.Find(path)
                    let isNow = after.Find(path)
                    where was is null || isNow is null || !was.Bytes.Span.SequenceEqual(isNow.Bytes.Span)
                    select new FileChange(path, was?.Bytes.Length, isNow?.Bytes.Length);

        return new([.. files], [.. Changes(old.Root, now.Root)], PermissionWarnings.New(old, now), PermissionWarnings.Of(now), before.Bytes, after.Bytes);
    }

    private static IEnumerable<ManifestChange> Changes(JsonValue before, JsonValue after)
    {
        var (old, now) = (Leaves(before, "").ToLookup(leaf => leaf.Key, leaf => leaf.Text), Leaves(after, "").ToLookup(leaf => leaf.Key, leaf => leaf.Text));

        foreach (var key in old.Concat(now).Select(leaf => leaf.Key).Distinct().Order(StringComparer.Ordinal))
        {
            var (gone, come) = (old[key].Except(now[key]).ToList(), now[key].Except(old[key]).ToList());

            for (var at = 0; at < Math.Max(gone.Count, come.Count); at++)
            {
                yield return new(key, gone.ElementAtOrDefault(at), come.ElementAtOrDefault(at));
            }
        }
    }

    private static IEnumerable<(string Key, string Text)> Leaves(JsonValue value, string key) => value switch
    {
        { IsObject: true } => value.Members.SelectMany(member => Leaves(member.Value, key.Length == 0 ? member.Name : $"{key}.{member.Name}")),
        { IsList: true } when value.Items.All(item => item.IsText) => value.Items.Select(item => (key, item.Text)),
        { IsList: true } => value.Items.SelectMany((item, number) => Leaves(item, $"{key}[{number}]")),
        { Text.Length: > 0 } or { IsText: true } => [(key, value.Text)],
        _ => [(key, value.Kind.ToString())],
    };
}

using System.Globalization;
using System.Text;

namespace Hotfix.Extension.Smoke;

/// <summary>
/// Whether a release can still read what the one before it stored. It fails where something of it
/// - is gone, and its value is under no other key (moving it is a migration, and right);
/// - is empty now and was not;
/// - is still there, but the last release named its key in its files and this one does not any more: the data lies there unread.
/// A value that merely changed is the extension's business.
/// </summary>
internal static class StorageUpkeep
{
    private const int Told = 5;

    /// <summary>Characters of JSON that another value has by chance seldom enough.</summary>
    private const int Telling = 8;

    /// <param name="dropped">Keys that this release lets go on purpose.</param>
    public static SmokeCheck Check(ExtensionPackage last, ExtensionPackage now, IReadOnlyList<StoredItem> before, IReadOnlyList<StoredItem> after, IReadOnlyCollection<string> dropped)
    {
        var left = after.GroupBy(item => (item.Area, item.Key)).ToDictionary(same => same.Key, same => same.FirstOrDefault(item => !item.IsEmpty) ?? same.First()); // two names of IndexedDB may read the same
        var known = before.Select(item => (item.Area, item.Key)).ToHashSet();
        var added = after.Where(item => !known.Contains((item.Area, item.Key))).ToList();
        var lost = before.Where(item => !dropped.Contains(item.Key)).Select(item => (Item: item, What: Loss(item))).Where(loss => loss.What is not null).ToList();

        return lost.Count > 0 ? new("storage", false, $"What the last release stored cannot be read any more: {List(lost.Select(loss => $"{loss.Item.Shown} {loss.What}"))}.")
            : before.Count == 0 ? new("storage", true, "The last release stores nothing when it starts, so there was nothing to compare.")
            : new("storage", true, $"Nothing of what the last release stored is lost: {List(before.Select(item => item.Shown))}.");

        string? Loss(StoredItem item) => left.GetValueOrDefault((item.Area, item.Key)) switch
        {
            _ when added.Any(other => Holds(other, item)) => null,
            null => "is gone",
            { IsEmpty: true } when !item.IsEmpty => "is empty now",
            _ when item.Names.Any(name => Names(last, name) && !Names(now, name)) => "is there, but no file of this release names it",
            _ => null,
        };
    }

    /// <summary>Whether the value went there, perhaps with something around it.</summary>
    private static bool Holds(StoredItem now, StoredItem before) => !before.IsEmpty && before.Area != StoredItem.IndexedDb
        && (now.Json == before.Json || (before.Json.Length >= Telling && now.Json.Contains(before.Json, StringComparison.Ordinal)));

    private static bool Names(ExtensionPackage package, string name) => name.Length > 0 && package.Files.Any(file => IsCode(file.Path) && Names(file.Bytes.Span, Encoding.UTF8.GetBytes(name)));

    private static bool IsCode(string path) => Ending(path) is ".js" or ".mjs" or ".cjs" or ".html" or ".htm" or ".json" or ".wasm";

    private static string Ending(string path) => path.LastIndexOf('.') is >= 0 and var dot ? path[dot..].ToLowerInvariant() : "";

    /// <summary>As a word of its own: <c>count</c> is not named by <c>counter</c>.</summary>
    private static bool Names(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        while (text.IndexOf(name) is >= 0 and var at)
        {
            var after = at + name.Length;

            if ((at == 0 || !IsWord(text[at - 1])) && (after == text.Length || !IsWord(text[after])))
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }

    private static bool IsWord(byte character) => char.IsAsciiLetterOrDigit((char)character) || character is (byte)'_' or (byte)'$' or >= 0x80;

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToList();

        return string.Join(", ", all.Take(Told)) + (all.Count > Told ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - Told} more") : "");
    }
}

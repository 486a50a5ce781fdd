using System.Text.RegularExpressions;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Lint;

/// <summary>The manifest beside the package: files and messages it names are there.</summary>
internal static partial class ManifestFiles
{
    private const string LocalesFolder = "_locales/";
    private const string MessagesFile = "messages.json";

    /// <summary>Messages that Chrome supplies itself.</summary>
    private const string PredefinedPrefix = "@@";

    public static IEnumerable<LintFinding> Check(ExtensionPackage package) =>
        package.Manifest is { } manifest ? [.. Named(package, manifest), .. Icons(package, manifest), .. Locales(package, manifest)] : [];

    private static IEnumerable<LintFinding> Named(ExtensionPackage package, Manifest manifest) =>
        from named in manifest.NamedFiles()
        let path = named.Path.Text.Split('?', '#')[0]
        where Address.Find(package, named.Path.Text) is null
        select ManifestShape.At(Rules.FileMissing, named.Path.Line, $"{named.What} names '{Shown.Of(path)}', which is not in the package.");

    private static IEnumerable<LintFinding> Icons(ExtensionPackage package, Manifest manifest)
    {
        var icons = manifest.Root["icons"];

        if (icons?["128"] is null)
        {
            yield return ManifestShape.At(Rules.Icon, icons?.Line ?? 1, "There is no icon of 128 pixels (icons, \"128\"): the store and the page of extensions show it.");
        }

        foreach (var icon in (icons?.Members ?? []).Where(icon => icon.Value.IsText))
        {
            if (Address.Find(package, icon.Value.Text) is { } file && !file.Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            {
                yield return ManifestShape.At(Rules.Icon, icon.Value.Line, $"The icon '{Shown.Of(icon.Value.Text)}' is no PNG.");
            }
        }
    }

    private static IEnumerable<LintFinding> Locales(ExtensionPackage package, Manifest manifest)
    {
        var messages = package.Files.Where(file => file.Path.StartsWith(LocalesFolder, StringComparison.Ordinal) && file.Path.EndsWith("/" + MessagesFile, StringComparison.Ordinal))
            .ToDictionary(file => file.Path.Split('/')[1], file => JsonFileReader.Read(file.Bytes.Span));
        var wrong = messages.SelectMany(locale => locale.Value.Faults.Select(fault => Rules.Locale.At(PathOf(locale.Key), fault.Line, $"The file {fault.Sentence}.")));
        var declared = manifest.Root["default_locale"];

        return declared switch
        {
            null when messages.Count > 0 => [ManifestShape.At(Rules.Locale, 1, "There is a folder _locales and no default_locale, so Chrome refuses the extension.")],
            null => Used(manifest, null, "without a default_locale"),
            { IsText: true } when messages.TryGetValue(declared.Text, out var ours) => [.. wrong, .. Used(manifest, ours.Root, $"in {PathOf(declared.Text)}"), .. Incomplete(messages, declared.Text)],
            _ => [.. wrong, ManifestShape.At(Rules.Locale, declared.Line, $"default_locale is '{Shown.Of(declared.Text)}', and there is no _locales/{Shown.Of(declared.Text)}/messages.json.")],
        };
    }

    /// <summary>Every message the manifest uses is there. Chrome does not tell upper from lower case in their names.</summary>
    private static IEnumerable<LintFinding> Used(Manifest manifest, JsonValue? messages, string where)
    {
        var names = (messages?.Members ?? []).Select(member => member.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return from text in Texts(manifest.Root)
               from Match use in Message().Matches(text.Text)
               let name = use.Groups[1].Value
               where !names.Contains(name) && !name.StartsWith(PredefinedPrefix, StringComparison.Ordinal)
               select ManifestShape.At(Rules.Locale, text.Line, $"The message '{Shown.Of(name)}' is used, and it is not there {where}.");
    }

    private static IEnumerable<LintFinding> Incomplete(Dictionary<string, JsonFile> messages, string declared)
    {
        var all = Names(messages[declared]);

        return from locale in messages
               where locale.Key != declared && locale.Value.Root is not null
               let lacking = all.Except(Names(locale.Value), StringComparer.OrdinalIgnoreCase).ToList()
               where lacking.Count > 0
               orderby locale.Key
               select Rules.LocaleIncomplete.At(PathOf(locale.Key), null, $"The locale lacks {lacking.Count} of {all.Count} messages, the first '{Shown.Of(lacking[0])}'.");

        static List<string> Names(JsonFile file) => [.. (file.Root?.Members ?? []).Select(member => member.Name)];
    }

    private static IEnumerable<JsonValue> Texts(JsonValue value) =>
        value.IsText ? [value] : value.Members.Select(member => member.Value).Concat(value.Items).SelectMany(Texts);

    private static string PathOf(string locale) => $"{LocalesFolder}{locale}/{MessagesFile}";

    [GeneratedRegex("__MSG_([A-Za-z0-9_@]+?)__", RegexOptions.CultureInvariant)]
    private static partial Regex Message();
}

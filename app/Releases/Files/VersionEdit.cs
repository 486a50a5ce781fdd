using System.Text.RegularExpressions;
using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Triage;

namespace Hotfix.Releases.Files;

/// <summary>One place to change: where it was looked for, and what it gets.</summary>
internal sealed record VersionEdit(Search Search, string Text)
{
    private static readonly string[] CargoVersion = ["package", "version"];

    /// <summary>What a rule changes about its file.</summary>
    /// <param name="texts">The other files: a Cargo.lock is read by the name in its Cargo.toml.</param>
    /// <param name="store">The store's version; null without a store.</param>
    public static IEnumerable<VersionEdit> Of(VersionFileRule rule, string text, IReadOnlyDictionary<string, string> texts, string version, string? store) =>
        rule.Pattern is { } pattern ? [new(ByPattern(pattern, text), version)] : VersionFileKinds.Of(rule.Path) switch
        {
            VersionFileKind.NpmPackage => [new(JsonPlaces.Search(text, "top-level `version`", "version"), version)],
            VersionFileKind.NpmLock => NpmLock(text, version),
            VersionFileKind.ExtensionManifest => ExtensionManifest(text, version, store),
            VersionFileKind.CargoPackage => [new(Cargo(text, CargoVersion, "`version` in `[package]`"), version)],
            VersionFileKind.CargoLock => [new(CargoLock(text, rule.Path, texts), version)],
            VersionFileKind.Project => [new(Project(text), version)],
            _ => [new(Search.Failed("how a version stands in it is not known; give it a `pattern` in `branches.version_files`."), version)],
        };

    /// <summary>Cargo.toml of the same folder, from which a Cargo.lock gets the package's name.</summary>
    public static string CargoOf(string lockFile) => $"{lockFile[..^"Cargo.lock".Length]}Cargo.toml";

    /// <summary>The lock repeats the version twice, an old one (npm before 7) once.</summary>
    private static IEnumerable<VersionEdit> NpmLock(string text, string version)
    {
        var root = JsonPlaces.Search(text, "`version` of `packages[\"\"]`", "packages", "", "version");

        return [new(JsonPlaces.Search(text, "top-level `version`", "version"), version), .. root is { Found.Count: 0, Trouble: null } ? Array.Empty<VersionEdit>() : [new(root, version)]];
    }

    /// <summary>Without a store of Chrome's kind, <c>version</c> is the semantic one, as Firefox takes it.</summary>
    private static IEnumerable<VersionEdit> ExtensionManifest(string text, string version, string? store)
    {
        var number = JsonPlaces.Search(text, "top-level `version`", "version");
        var name = JsonPlaces.Search(text, "top-level `version_name`", "version_name");
        yield return new(number, store ?? version);

        if (name is { Found.Count: 0, Trouble: null } && number is { Found.Count: 1, Trouble: null } && store is not null)
        {
            yield return Beside(text, version);
        }
        else if (name.Found.Count > 0 || name.Trouble is not null)
        {
            yield return new(name, version);
        }
    }

    /// <summary>A <c>version_name</c> just after <c>version</c>, with the blanks that stand before and within that line.</summary>
    private static VersionEdit Beside(string text, string version)
    {
        var (key, value) = JsonPlaces.Find(text, "version")[0] is var place ? (place.Key, place.Value!.Value) : default;
        var start = key.Start;

        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        if (start > 0 && text[start - 1] == '\n')
        {
            start -= start > 1 && text[start - 2] == '\r' ? 2 : 1;
        }

        return new(new("place after `version`", [new(value.End + 1, 0)]), $",{text[start..key.Start]}\"version_name\"{text[key.End..(value.Start - 1)]}\"{version}\"");
    }

    private static Search Cargo(string text, string[] path, string what)
    {
        var values = TomlValues.Read(text).Where(value => value.Table == path[0] && value.Key.Split('.')[0] == path[1]).ToList();

        return values.Any(value => value.Text is null)
            ? Search.Failed($"its {what} is no text of its own; a version that comes from the workspace needs a `pattern`.")
            : new(what, [.. values.Select(value => value.Text!.Value)]);
    }

    /// <summary>The package's own entry is the one of its name that comes from nowhere.</summary>
    private static Search CargoLock(string text, string path, IReadOnlyDictionary<string, string> texts)
    {
        if (!texts.TryGetValue(CargoOf(path), out var cargo))
        {
            return Search.Failed($"the package's name stands in `{CargoOf(path)}`, which is not there.");
        }

        var name = Cargo(cargo, ["package", "name"], "`name` in `[package]`");

        if (name is not { Found: [var spot] })
        {
            return Search.Failed($"the package's name was looked for in `{CargoOf(path)}`, and not found.");
        }

        var own = cargo.Substring(spot.Start, spot.Length);
        var entries = TomlValues.Read(text)
            .Where(value => value.Table == "package")
            .GroupBy(value => value.Number)
            .Where(entry => !entry.Any(value => value.Key == "source") && entry.Any(value => value is { Key: "name", Text: { } at } && text.AsSpan(at.Start, at.Length).SequenceEqual(own)));

        return new($"`version` of the package {Quote.Code(own)}", [.. entries.SelectMany(entry => entry).Where(value => value is { Key: "version", Text: not null }).Select(value => value.Text!.Value)]);
    }

    private static Search Project(string text)
    {
        var found = XmlTexts.Find(text, "Project", "PropertyGroup", "Version");

        return found.Any(spot => text.AsSpan(spot.Start, spot.Length).IndexOfAny("$<") >= 0)
            ? Search.Failed("its `<Version>` is made from something else; give that a `pattern`.")
            : new("`<Version>` in a `<PropertyGroup>`", found);
    }

    private static Search ByPattern(string pattern, string text)
    {
        if (VersionPattern.Objection(pattern) is { } objection)
        {
            return Search.Failed($"its pattern {Quote.Code(pattern)} {objection}.");
        }

        try
        {
            return new($"match of the pattern {Quote.Code(pattern)}", [.. VersionPattern.Compile(pattern).Matches(text).Select(match => match.Groups[VersionPattern.Group]).Where(group => group.Success).Select(Own)]);
        }
        catch (RegexMatchTimeoutException)
        {
            return Search.Failed($"its pattern {Quote.Code(pattern)} takes too long to be looked for.");
        }
    }

    /// <summary>A group that goes to a line's end leaves the line's end alone.</summary>
    private static Spot Own(Group group) => new(group.Index, group.ValueSpan.TrimEnd('\r').Length);
}

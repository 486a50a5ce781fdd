using System.Collections.Concurrent;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Profiles.Checks;
using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles;

/// <summary>
/// Reads a team's configuration: a part of a profile, in YAML, laid over the profile that it extends (<c>extends: web-service</c>; the default one when it does not say). What it does not mention is as it is there; an empty
/// file is the default profile. <c>null</c> takes an optional key away, and a list is replaced unless a map stands in its place (see <see cref="Merge"/>).
/// <para>Errors: all there are, each with its place and one sentence. Never throws, whatever the text.</para>
/// </summary>
internal static class ConfigReader
{
    /// <summary>More sentences than anybody reads.</summary>
    private const int MaxErrors = 100;

    private static readonly ConcurrentDictionary<string, ConfigReading> Ready = new(StringComparer.Ordinal);

    /// <param name="source">The file's name, for the places of errors and values.</param>
    public static ConfigReading Read(string yaml, string source)
    {
        var errors = new List<ConfigError>();
        var root = NodeReader.Read(yaml, source, errors);
        var map = root as MapNode;

        if (root is not null && map is null)
        {
            errors.Add(ConfigError.At(root.Place, $"A configuration is a map of keys, and this is {root.Kind}."));
        }

        var lower = BuiltIn(Extended(map));

        return map is null ? new(errors.Count > 0 ? null : lower.Profile, lower.Origins, [.. errors]) : Lay(map, lower.Origins.Root, source, errors);
    }

    /// <summary>The profile that ships under this name; made once.</summary>
    /// <exception cref="ProfileException">There is none.</exception>
    public static ConfigReading BuiltIn(string name) => Ready.GetOrAdd(name, static name => BuiltIns.Names.Contains(name) && BuiltIns.Text(name) is not null
        ? Load(name)
        : throw new ProfileException($"There is no built-in profile '{Wording.Short(name)}'{Wording.Meant(name, BuiltIns.Names)} It is one of {Wording.List(BuiltIns.Names)}."));

    private static ConfigReading Load(string name)
    {
        var errors = new List<ConfigError>();
        var map = Whole(name, errors);

        return Finish(map, BuiltIns.FileOf(name), errors, isSpoilt: false);
    }

    /// <summary>A file that ships, over what it extends in turn.</summary>
    private static MapNode Whole(string name, List<ConfigError> errors)
    {
        var text = BuiltIns.Text(name) ?? throw new ProfileException($"There is no file '{BuiltIns.FileOf(name)}'.");
        var map = NodeReader.Read(text, BuiltIns.FileOf(name), errors) as MapNode ?? new MapNode(new(BuiltIns.FileOf(name), 1, 1), []);
        var lower = map.Find("extends")?.Value is ScalarNode extended ? Whole(extended.Text, errors) : null;
        map = new(map.Place, [.. map.Entries.Where(entry => entry.Key != "extends")]);
        var bad = new HashSet<Node>();
        new ShapeCheck(errors, bad).Check(map, lower, ProfileShape.Root, "a profile");

        return (MapNode)new Merge(bad).Over(lower, map, ProfileShape.Root)!;
    }

    private static ConfigReading Lay(MapNode map, MapNode lower, string source, List<ConfigError> errors)
    {
        var bad = new HashSet<Node>();
        new ShapeCheck(errors, bad).Check(map, lower, ProfileShape.File, "a configuration");
        var merge = new Merge(bad);
        var merged = (MapNode)merge.Over(lower, map, ProfileShape.Root)!;

        return Finish(merged, source, errors, merge.IsSpoilt);
    }

    private static ConfigReading Finish(MapNode merged, string source, List<ConfigError> errors, bool isSpoilt)
    {
        var origins = new Origins(merged);

        if (!isSpoilt)
        {
            var missing = MissingCheck.Find(merged, ProfileShape.Root, merged.Place).ToList();
            errors.AddRange(missing);

            if (missing.Count == 0 && Bind(merged, origins, errors) is { } profile)
            {
                errors.AddRange(ProfileChecks.Find(profile, origins, source, errors));

                if (errors.Count == 0)
                {
                    return new(profile, origins, []);
                }
            }
        }

        return new(null, origins, Sorted(errors));
    }

    /// <summary>What was checked binds; should a value have slipped through, its place is told all the same.</summary>
    private static Profile? Bind(MapNode merged, Origins origins, List<ConfigError> errors)
    {
        try
        {
            return JsonSerializer.Deserialize(NodeJson.Of(merged).Span, ProfileJson.Default.Profile);
        }
        catch (JsonException wrong)
        {
            var path = wrong.Path is { Length: > 2 } at ? at[2..] : "";
            errors.Add(ConfigError.At(origins.Of(path), $"What stands at `{Wording.Short(path)}` cannot be used."));

            return null;
        }
    }

    private static string Extended(MapNode? map) => map?.Find("extends")?.Value is ScalarNode { Text: var name } && BuiltIns.Names.Contains(name) && BuiltIns.Text(name) is not null ? name : BuiltIns.Default;

    private static Values<ConfigError> Sorted(List<ConfigError> errors)
    {
        Values<ConfigError> sorted = [.. errors.Distinct().OrderBy(error => error.Line).ThenBy(error => error.Column)];

        return sorted.Count <= MaxErrors
            ? sorted
            : [.. sorted.Take(MaxErrors), sorted[MaxErrors] with { Message = $"From here on there are {sorted.Count - MaxErrors} more errors." }];
    }
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Domain;

namespace Hotfix.Profiles;

/// <summary>
/// Reads a profile: YAML becomes JSON, JSON binds to the records of Domain/Profile, and what they do not know is refused.
/// <para>Errors: <see cref="ProfileException"/> with one sentence that names the profile, the place and what is wrong.</para>
/// </summary>
internal static class ProfileReader
{
    /// <summary>The profiles that ship; the other files are what these extend.</summary>
    public static IReadOnlyList<string> Names { get; } = ["browser-extension", "cli", "web-service", "appliance"];

    /// <summary>The profile that ships under this name.</summary>
    public static Profile BuiltIn(string name) =>
        Names.Contains(name) ? Read(Embedded(name), name) : throw new ProfileException($"There is no built-in profile '{name}'.");

    public static Profile Read(string yaml, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(Whole(yaml), ProfileJson.Default.Profile) ?? throw new ProfileException($"Profile '{name}' is empty.");
        }
        catch (JsonException wrong)
        {
            throw new ProfileException($"Profile '{name}', at {wrong.Path ?? "$"}: {Sentence(wrong)}", wrong);
        }
        catch (YamlDotNet.Core.YamlException wrong)
        {
            throw new ProfileException($"Profile '{name}', line {wrong.Start.Line}, column {wrong.Start.Column}: {wrong.Message}", wrong);
        }
    }

    /// <summary>The file, laid over what it extends.</summary>
    private static JsonNode? Whole(string yaml)
    {
        var node = YamlJson.Read(yaml);

        if (node is not JsonObject map || !map.Remove("extends", out var extended))
        {
            return node;
        }

        return Merge.Over(Whole(Embedded($"{extended}")), map);
    }

    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.yaml")
            ?? throw new ProfileException($"There is no built-in profile '{name}'.");
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }

    /// <summary>The reader's message repeats the path and names .NET types; a person needs neither.</summary>
    private static string Sentence(JsonException wrong) => wrong.Message.Contains("could not be mapped", StringComparison.Ordinal)
        ? "there is no such key here."
        : wrong.Message.Split(" Path:")[0];
}

/// <summary>A profile that cannot be used; the message says why in one sentence.</summary>
internal sealed class ProfileException(string message, Exception? inner = null) : Exception(message, inner);

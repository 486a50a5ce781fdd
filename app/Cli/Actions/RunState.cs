using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Cli.Extension;

namespace Hotfix.Cli.Actions;

/// <summary>Everything that the steps of a run left in their folder. What is missing or damaged was not done. Source: action/steps/shared.sh.</summary>
/// <param name="Complete">Whether the last step was reached.</param>
/// <param name="Files">What was made for the release: the package, the signed one, what goes with them, and last the parachute, which is no package of this version. Those that the release has are told as it has them: on a second run a signature may be another, and what is published stays.</param>
internal sealed record RunState(
    string Folder, Facts Facts, IReadOnlyList<StepCheck> Checks, bool Complete, IReadOnlyList<RunFile> Files, ReleaseResult? Release, StoreResult? Store, string? ExtensionId, IReadOnlyDictionary<string, NeededJob> Needs)
{
    /// <param name="needs">GitHub's <c>toJSON(needs)</c>, or empty.</param>
    public static async Task<RunState> ReadAsync(string folder, string needs, CancellationToken cancellationToken)
    {
        var facts = await Facts.ReadAsync(Path.Combine(folder, "facts"), cancellationToken);
        var checks = Path.Combine(folder, "checks.tsv");
        var release = Read("release.json", ResultJson.Default.ReleaseResult);
        var files = new List<RunFile>();

        var made = Path.Combine(folder, "files");

        foreach (var path in (Directory.Exists(made) ? Directory.GetFiles(made) : []).OrderBy(path => Rank(facts, path)).ThenBy(path => path, StringComparer.Ordinal))
        {
            var bytes = await InputFile.ReadAsync(path, cancellationToken);
            files.Add(Released(release, Path.GetFileName(path)) ?? new(Path.GetFileName(path), Shared.Sha256(bytes), bytes.Length, null));
        }

        return new(
            folder,
            facts,
            [.. (File.Exists(checks) ? await File.ReadAllLinesAsync(checks, cancellationToken) : []).Select(StepCheck.Read).OfType<StepCheck>()],
            File.Exists(Path.Combine(folder, "complete")),
            files,
            release,
            Read("store.json", ResultJson.Default.StoreResult),
            Read("sign.json", ResultJson.Default.SignResult)?.Id,
            needs.Trim().Length == 0 ? new Dictionary<string, NeededJob>() : Needed(needs));

        T? Read<T>(string name, JsonTypeInfo<T> type)
            where T : class
        {
            try
            {
                return Path.Combine(folder, name) is var path && File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), type) : null;
            }
            catch (JsonException)
            {
                return null; // the verb failed before it had anything to print
            }
        }
    }

    private static int Rank(Facts facts, string path) => (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path)) switch
    {
        (var name, ".zip") when name == $"{facts["name"]}-{facts["version"]}" => 0,
        (var name, ".crx") when name == $"{facts["name"]}-{facts["version"]}" => 1,
        (var name, _) when name == facts["parachute"] => 3,
        _ => 2,
    };

    private static Dictionary<string, NeededJob> Needed(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RunReportJson.Default.DictionaryStringNeededJob) ?? [];
        }
        catch (JsonException wrong)
        {
            throw new InputException("The input needs is not what toJSON(needs) gives.", wrong);
        }
    }

    /// <summary>Null where the release does not have it, or GitHub has not said what it has.</summary>
    private static RunFile? Released(ReleaseResult? release, string name) =>
        release is { DryRun: false, Files: { } files } && files.FirstOrDefault(file => file.Name == name) is { Sha256: { } digest } file ? new(name, digest, file.Bytes, file.Url) : null;
}

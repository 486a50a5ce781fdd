using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Runner;

/// <summary>A composite action as its action.yml says it. Source: GitHub docs, "Metadata syntax for GitHub Actions".</summary>
internal sealed record ActionFile(string Name, string Description, IReadOnlyList<ActionInput> Inputs, IReadOnlyList<ActionOutput> Outputs, IReadOnlyList<ActionStep> Steps)
{
    private static readonly string[] Known = ["name", "description", "author", "branding", "inputs", "outputs", "runs"];
    private static readonly string[] KnownOfInput = ["description", "default", "required"];
    private static readonly string[] KnownOfStep = ["id", "name", "if", "run", "shell", "uses", "with", "env", "continue-on-error", "working-directory"];

    /// <exception cref="RunnerFault">It is no composite action, or says what this runner does not know.</exception>
    public static ActionFile Read(string yaml)
    {
        var root = Map(YamlText.Read(yaml), "action.yml", Known);
        var runs = Map(root["runs"], "runs", ["using", "steps"]);

        if (Text(runs, "using") != "composite")
        {
            throw new RunnerFault("runs.using is not composite, and this runner knows nothing else.");
        }

        var steps = (runs["steps"] as JsonArray ?? throw new RunnerFault("runs.steps is no list.")).Select(StepOf).ToList();

        return steps.Where(step => step.Id is not null).GroupBy(step => step.Id).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new RunnerFault($"Two steps have the id '{twice.Key}'.")
            : new(
                Text(root, "name") ?? "",
                Text(root, "description") ?? "",
                [.. Entries(root["inputs"]).Select(input => InputOf(input.Key, input.Value))],
                [.. Entries(root["outputs"]).Select(output => new ActionOutput(output.Key, Text(output.Value, "description") ?? "", Text(output.Value, "value") ?? throw new RunnerFault($"The output '{output.Key}' has no value.")))],
                steps);
    }

    private static ActionInput InputOf(string name, JsonObject input)
    {
        Map(input, $"The input '{name}'", KnownOfInput);

        return new(name, Text(input, "description") ?? throw new RunnerFault($"The input '{name}' has no description."), Text(input, "default"), Text(input, "required") == "true");
    }

    private static ActionStep StepOf(JsonNode? node)
    {
        var step = Map(node, "A step", KnownOfStep);
        var name = Text(step, "name") ?? Text(step, "id") ?? "a step";

        return (Text(step, "run"), Text(step, "uses"), Text(step, "shell")) switch
        {
            (null, null, _) or (not null, not null, _) => throw new RunnerFault($"The step '{name}' has neither run nor uses, or both."),
            (not null, _, not "bash") => throw new RunnerFault($"The step '{name}' has no shell, or another than bash."),
            var (run, uses, _) => new(
                Text(step, "id"), name, Text(step, "if"), run, uses, Texts(step["with"]), Texts(step["env"]), Text(step, "continue-on-error") == "true", Text(step, "working-directory")),
        };
    }

    private static JsonObject Map(JsonNode? node, string what, string[] known)
    {
        var map = node as JsonObject ?? throw new RunnerFault($"{what} is no mapping.");

        return map.FirstOrDefault(entry => !known.Contains(entry.Key)) is { Key: { } unknown } ? throw new RunnerFault($"{what} says '{unknown}', which is not known.") : map;
    }

    private static IEnumerable<(string Key, JsonObject Value)> Entries(JsonNode? node) => node is JsonObject map ? map.Select(entry => (entry.Key, entry.Value as JsonObject ?? [])) : [];

    private static Dictionary<string, string> Texts(JsonNode? node) => node is JsonObject map ? map.ToDictionary(entry => entry.Key, entry => $"{entry.Value}") : [];

    private static string? Text(JsonObject map, string name) => map[name] is JsonValue value ? value.ToString() : null;
}

internal sealed record ActionInput(string Name, string Description, string? Default, bool Required);

internal sealed record ActionOutput(string Name, string Description, string Value);

/// <param name="Run">A script for bash; null where an action is used.</param>
/// <param name="Uses">An action, as <c>owner/name@commit</c>.</param>
internal sealed record ActionStep(
    string? Id, string Name, string? If, string? Run, string? Uses, IReadOnlyDictionary<string, string> With, IReadOnlyDictionary<string, string> Env, bool ContinueOnError, string? WorkingDirectory);

using System.Text.Json;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// What a request says about a check run, once GitHub would take it: known words, at most 50 annotations, texts of at most 65,535 characters, at most 3 buttons
/// (<see cref="CheckActions"/>).
/// </summary>
internal sealed record CheckBody(string? Status, string? Conclusion, JsonElement? Output, string? ExternalId, IReadOnlyList<SandboxCheckAction>? Actions)
{
    private const int MaxAnnotations = 50;

    private const int MaxText = 65_535;

    private static readonly string[] Statuses = ["queued", "in_progress", "completed"];

    private static readonly string[] Conclusions = ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out"];

    private static readonly string[] Levels = ["notice", "warning", "failure"];

    public static CheckBody Read(RestRequest request)
    {
        var (status, conclusion) = (request.Text("status"), request.Text("conclusion"));
        JsonElement? output = request.Json.TryGetProperty("output", out var said) ? said : null;

        if (status is not null && !Statuses.Contains(status))
        {
            throw Wrong("status", $"{status} is not a member of [\"queued\", \"in_progress\", \"completed\"]");
        }

        if (conclusion is null ? status == "completed" : !Conclusions.Contains(conclusion))
        {
            throw Wrong("conclusion", $"{conclusion ?? "nil"} is not a member of [\"{string.Join("\", \"", Conclusions)}\"]");
        }

        if (output is { } some)
        {
            Check(some);
        }

        return new(conclusion is null ? status : "completed", conclusion, output, request.Text("external_id"), CheckActions.Read(request));
    }

    public void Write(SandboxCheck check, SandboxState state)
    {
        var wasCompleted = check.Completed is not null;
        check.Status = Status ?? check.Status;
        check.Conclusion = Conclusion ?? check.Conclusion;
        check.ExternalId = ExternalId ?? check.ExternalId;
        check.Actions = Actions ?? check.Actions;

        if (Output is { } output)
        {
            (check.Title, check.Summary) = (Text(output, "title"), Text(output, "summary"));
            check.Text = Text(output, "text") ?? check.Text;
            check.Annotations.AddRange(Annotations(output).Select(Annotation));
        }

        if (check.Status == "completed")
        {
            check.Completed = state.Now;
        }

        if (check.Status == "completed" && !wasCompleted)
        {
            state.Echo?.Invoke(Events.Check("completed", check, state.Bot));
        }

        state.Changed.Raise();
    }

    private static void Check(JsonElement output)
    {
        foreach (var name in (ReadOnlySpan<string>)["title", "summary"])
        {
            _ = Text(output, name) ?? throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\n\"{name}\" wasn't supplied."));
        }

        foreach (var name in (ReadOnlySpan<string>)["summary", "text"])
        {
            if (Text(output, name)?.Length > MaxText)
            {
                throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nOnly {MaxText} characters are allowed; {Text(output, name)!.Length} were supplied."));
            }
        }

        if (Annotations(output).Length > MaxAnnotations)
        {
            throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nNo more than {MaxAnnotations} items are allowed; {Annotations(output).Length} were supplied."));
        }

        foreach (var annotation in Annotations(output).Select(Annotation))
        {
            if (!Levels.Contains(annotation.AnnotationLevel) || annotation.StartLine < 1 || annotation.EndLine < annotation.StartLine)
            {
                throw new RestRefusal(RestErrors.Invalid("CheckRun", "invalid", "annotations"));
            }

            if (annotation.StartColumn is not null && annotation.StartLine != annotation.EndLine)
            {
                throw new RestRefusal(RestErrors.Invalid("Annotations", "custom", "start_column", "Start column cannot be used with multiple lines"));
            }
        }
    }

    private static RestRefusal Wrong(string field, string what) => new(RestErrors.Invalid($"Invalid request.\n\nFor 'properties/{field}', {what}."));

    private static JsonElement[] Annotations(JsonElement output) =>
        output.TryGetProperty("annotations", out var list) && list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static SandboxAnnotation Annotation(JsonElement json) => new(
        Text(json, "path") ?? throw new RestRefusal(RestErrors.Invalid("Invalid request.\n\n\"path\" wasn't supplied.")),
        Number(json, "start_line") ?? 0, Number(json, "end_line") ?? 0, Number(json, "start_column"), Number(json, "end_column"),
        Text(json, "annotation_level") ?? "", Text(json, "title"), Text(json, "message") ?? throw new RestRefusal(RestErrors.Invalid("Invalid request.\n\n\"message\" wasn't supplied.")));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : null;
}

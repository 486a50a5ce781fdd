using System.Text.Json;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// The labels of an issue. What the App changes comes back to it as <c>issues.labeled</c> and <c>issues.unlabeled</c>. Source: REST, "Labels".
/// </summary>
internal static class IssueLabelEndpoints
{
    private const int MaxLabels = 100;

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "issues/{issue_number}/labels", List),
        .. RestRoute.OfRepository("POST", "issues/{issue_number}/labels", Add),
        .. RestRoute.OfRepository("DELETE", "issues/{issue_number}/labels/{name}", Remove),
    ];

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var (labels, link) = RestPages.Cut(request, state, IssueEndpoints.Find(request).Labels);
        return Answer(labels) with { Link = link };
    }

    private static RestAnswer Add(RestRequest request, SandboxState state)
    {
        var issue = IssueEndpoints.Find(request);
        var names = Names(request.Json);

        if (names.Select(name => LabelEndpoints.Refuse(name, null, null)).FirstOrDefault(refusal => refusal is not null) is { } refused)
        {
            return refused;
        }

        if (names.Where(name => !issue.Has(name)).Distinct(StringComparer.OrdinalIgnoreCase).Count() + issue.Labels.Count > MaxLabels)
        {
            return RestErrors.Invalid("Issue", "custom", "labels", $"Issues cannot have more than {MaxLabels} labels");
        }

        foreach (var label in names.Select(issue.Repository.Labels.GetOrAdd).Where(issue.Put))
        {
            state.Echo?.Invoke(Events.Issue("labeled", issue, state.Bot, label));
        }

        return Answer(issue.Labels);
    }

    private static RestAnswer Remove(RestRequest request, SandboxState state)
    {
        var issue = IssueEndpoints.Find(request);

        if (issue.Take(request["name"]) is not { } label)
        {
            return RestErrors.Refuse(404, "Label does not exist");
        }

        state.Echo?.Invoke(Events.Issue("unlabeled", issue, state.Bot, label));
        return Answer(issue.Labels);
    }

    private static RestAnswer Answer(IReadOnlyList<SandboxLabel> labels) =>
        RestAnswer.Json(200, [.. labels.Select(label => label.Json)], WireJson.GitHub.IReadOnlyListFragment);

    /// <summary>GitHub takes an object with <c>labels</c>, or the list alone; its items are names, or objects that have one.</summary>
    private static List<string> Names(JsonElement body)
    {
        var list = body.ValueKind is JsonValueKind.Object && body.TryGetProperty("labels", out var labels) ? labels : body;

        return list.ValueKind is JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(Name)]
            : throw new RestRefusal(RestErrors.Invalid("Invalid request.\n\n\"labels\" wasn't supplied."));
    }

    private static string Name(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString()!,
        JsonValueKind.Object when item.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.String => name.GetString()!,
        _ => throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nFor 'items', {item.GetRawText()} is not a string.")),
    };
}

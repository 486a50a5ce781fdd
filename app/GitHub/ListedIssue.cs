using System.Text.Json;

namespace Hotfix.GitHub;

/// <summary>An issue as a list gives it. A label is an object with a name, or its name alone; the author is missing when the account is gone.</summary>
internal sealed record ListedIssue(
    int Number, string Title, string? Body, string State, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, JsonElement[]? Labels, CommentAuthor? User, JsonElement PullRequest)
{
    public bool IsPullRequest => PullRequest.ValueKind is JsonValueKind.Object;

    public IEnumerable<string> LabelNames => (Labels ?? []).Select(Name).OfType<string>();

    private static string? Name(JsonElement label) => label.ValueKind switch
    {
        JsonValueKind.String => label.GetString(),
        JsonValueKind.Object when label.TryGetProperty("name", out var name) => name.GetString(),
        _ => null,
    };
}

using System.Text.Json;

namespace Hotfix.Sandbox.Wire;

/// <summary>A review, as <c>pull-request-review</c> of GitHub's API description, and as webhooks carry it, which write its state small and say null for no text.</summary>
internal static class ReviewJson
{
    public static Fragment Of(SandboxReview review) => Fragment.Of(json =>
    {
        Write(json, review);
        json.WriteString("state", review.State.ToUpperInvariant());
        json.WriteString("body", review.Body);
    });

    public static Fragment Told(SandboxReview review) => Fragment.Of(json =>
    {
        Write(json, review);
        json.WriteString("state", review.State);
        json.WriteString("body", review.Body.Length == 0 ? null : review.Body);
        json.WriteString("updated_at", Stamp.Of(review.Updated));
    });

    private static void Write(Utf8JsonWriter json, SandboxReview review)
    {
        var repository = review.Pull.Issue.Repository;
        var page = $"{repository.HtmlUrl}/pull/{review.Pull.Number}#pullrequestreview-{review.Id}";
        var pull = $"{repository.Url}/pulls/{review.Pull.Number}";

        json.WriteNumber("id", review.Id);
        json.WriteString("node_id", review.NodeId);
        json.Paste("user", review.Author.Json);
        json.WriteString("commit_id", review.Commit);
        json.WriteString("submitted_at", Stamp.Of(review.Submitted));
        json.WriteString("html_url", page);
        json.WriteString("pull_request_url", pull);
        json.WriteString("author_association", IssueJson.Association(repository, review.Author));
        json.WriteStartObject("_links");

        foreach (var (name, link) in (ReadOnlySpan<(string, string)>)[("html", page), ("pull_request", pull)])
        {
            json.WriteStartObject(name);
            json.WriteString("href", link);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

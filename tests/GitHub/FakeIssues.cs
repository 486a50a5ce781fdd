using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.GitHub;

/// <summary>The labels and comments of <c>octo/app</c>, with the answers GitHub gives.</summary>
internal sealed class FakeIssues
{
    private long lastComment = 5_000_000_000;

    public Dictionary<string, (string Color, string? Description)> Labels { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> OnIssue { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SortedDictionary<long, JsonObject> Comments { get; } = [];

    /// <summary>GitHub drops labels without a word when the token has no push access.</summary>
    public bool DropsLabels { get; set; }

    public long AddComment(string body, string login, long? app = null)
    {
        Comments.Add(++lastComment, new JsonObject
        {
            ["id"] = lastComment,
            ["body"] = body,
            ["user"] = new JsonObject { ["login"] = login },
            ["performed_via_github_app"] = app is { } id ? new JsonObject { ["id"] = id } : null,
        });

        return lastComment;
    }

    public HttpResponseMessage Answer(Seen seen, string path, string root)
    {
        var parts = path.Split('?')[0].Split('/').Select(Uri.UnescapeDataString).ToArray();

        return (seen.Method.Method, parts) switch
        {
            ("GET", ["repos", "octo", "app", "labels", var name]) => Labels.ContainsKey(name) ? Tagged(seen, Label(name)) : NotFound(),
            ("POST", ["repos", "octo", "app", "labels"]) => CreateLabel(Json(seen)),
            ("PATCH", ["repos", "octo", "app", "labels", var name]) => Labels.ContainsKey(name) ? ChangeLabel(name, Json(seen)) : NotFound(),
            ("POST", ["repos", "octo", "app", "issues", _, "labels"]) => AddLabels(Json(seen)),
            ("DELETE", ["repos", "octo", "app", "issues", _, "labels", var name]) => OnIssue.Remove(name) ? Ok(OnIssueNow()) : NotFound(),
            ("GET", ["repos", "octo", "app", "issues", "comments", var id]) => Find(id) is { } comment ? Tagged(seen, comment.DeepClone()) : NotFound(),
            ("PATCH", ["repos", "octo", "app", "issues", "comments", var id]) => Find(id) is { } comment ? Edit(comment, Json(seen)) : NotFound(),
            ("DELETE", ["repos", "octo", "app", "issues", "comments", var id]) =>
                Comments.Remove(long.Parse(id, CultureInfo.InvariantCulture)) ? FakeGitHub.Response(HttpStatusCode.NoContent, "") : NotFound(),
            ("GET", ["repos", "octo", "app", "issues", _, "comments"]) => Page(seen, root, path),
            ("POST", ["repos", "octo", "app", "issues", _, "comments"]) =>
                FakeGitHub.Response(HttpStatusCode.Created, Comments[AddComment((string)Json(seen)["body"]!, "hotfix[bot]", 77)].ToJsonString()),
            _ => throw new InvalidOperationException($"This GitHub does not know {seen}."),
        };
    }

    private static HttpResponseMessage Ok(JsonNode body) => FakeGitHub.Response(HttpStatusCode.OK, body.ToJsonString());

    private static HttpResponseMessage NotFound() => FakeGitHub.Response(HttpStatusCode.NotFound, """{"message":"Not Found","status":"404"}""");

    private static HttpResponseMessage Tagged(Seen seen, JsonNode body)
    {
        var tag = $"W/\"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())))}\"";

        return seen.Headers.GetValueOrDefault("If-None-Match") == tag
            ? FakeGitHub.Response(HttpStatusCode.NotModified, "", ("ETag", tag))
            : FakeGitHub.Response(HttpStatusCode.OK, body.ToJsonString(), ("ETag", tag));
    }

    private JsonObject Label(string name) => new() { ["id"] = 1, ["name"] = name, ["color"] = Labels[name].Color, ["description"] = Labels[name].Description };

    private JsonArray OnIssueNow() => [.. OnIssue.Select(Label)];

    private static JsonNode Json(Seen seen) => JsonNode.Parse(seen.Body)!;

    private JsonObject? Find(string id) => Comments.GetValueOrDefault(long.Parse(id, CultureInfo.InvariantCulture));

    private HttpResponseMessage CreateLabel(JsonNode wanted)
    {
        var name = (string)wanted["name"]!;

        return Labels.TryAdd(name, ((string)wanted["color"]!, (string?)wanted["description"]))
            ? FakeGitHub.Response(HttpStatusCode.Created, Label(name).ToJsonString())
            : FakeGitHub.Response(HttpStatusCode.UnprocessableEntity, """
                {"message":"Validation Failed","errors":[{"resource":"Label","code":"already_exists","field":"name"}]}
                """);
    }

    private HttpResponseMessage ChangeLabel(string name, JsonNode wanted)
    {
        Labels[name] = ((string)wanted["color"]!, (string?)wanted["description"]);

        return Ok(Label(name));
    }

    private HttpResponseMessage AddLabels(JsonNode wanted)
    {
        foreach (var name in wanted["labels"]!.AsArray().Select(name => (string)name!).Where(_ => !DropsLabels))
        {
            Labels.TryAdd(name, ("ededed", null));
            OnIssue.Add(name);
        }

        return Ok(OnIssueNow());
    }

    private static HttpResponseMessage Edit(JsonObject comment, JsonNode wanted)
    {
        comment["body"] = (string)wanted["body"]!;

        return Ok(comment.DeepClone());
    }

    private HttpResponseMessage Page(Seen seen, string root, string path)
    {
        var query = System.Web.HttpUtility.ParseQueryString(seen.Uri.Query);
        var size = int.Parse(query["per_page"] ?? "30", CultureInfo.InvariantCulture);
        var after = long.Parse(query["after"] ?? "0", CultureInfo.InvariantCulture);
        var page = Comments.Where(comment => comment.Key > after).Take(size).ToArray();
        var body = new JsonArray([.. page.Select(comment => comment.Value.DeepClone())]).ToJsonString();

        var next = $"{root}/{path.Split('?')[0]}";

        return page.Length == size
            ? FakeGitHub.Response(HttpStatusCode.OK, body, ("Link", $"<{root}/x>; rel=\"first\", <{next}?per_page={size}&after={page[^1].Key}>; rel=\"next\""))
            : FakeGitHub.Response(HttpStatusCode.OK, body);
    }
}

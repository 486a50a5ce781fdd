using System.Text.Json.Nodes;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox.GraphQl;

/// <summary>Asks by GraphQL, and a pull request of which there is something to ask.</summary>
internal static class GraphTester
{
    public static async Task<JsonNode> AskAsync(this SandboxTester tester, string query, JsonObject? variables = null) =>
        (await tester.PostAsync("graphql", new JsonObject { ["query"] = query, ["variables"] = variables?.DeepClone() }.ToJsonString())).Body!;

    /// <summary>The first thing that went wrong: its type, and where.</summary>
    public static string Wrong(this JsonNode answer) =>
        answer["errors"] is { } errors ? $"{errors[0]!["type"]} {string.Join('.', errors[0]!["path"]!.AsArray().Select(step => $"{step}"))}" : "";

    /// <summary>A draft by the contributor, reviewed, checked, asked about and required.</summary>
    public static SandboxPull Busy(this SandboxRepository repository)
    {
        repository.Roles["ana"] = "write";
        repository.Push("main", Files(("gone.txt", "1\n2\n"), ("app.js", "one\ntwo\n"), ("CHANGELOG.md", "# 1.0\n")));
        var (pull, _, _) = repository.OpenPull("hotfix", Files(("app.js", "one\nthree\nfour\n"), ("new.js", "x\n"), ("gone.txt", null)), body: "- [ ] Tested", draft: true);
        pull.PushToPull(Files(("b.js", "1\n")), "bo", coAuthors: ["ana", "Zoe <zoe@example.com>"]);
        pull.AskForReview("maintainer");
        pull.Review("ana", "approve", "Good");
        repository.Check("hotfix", "build", "success", title: "Built", summary: "All", text: "fine");
        repository.Status("hotfix", "ci/coverage", "success", "81 %");
        repository.Require("main", "build");
        repository.RequireClassic("main", "ci/coverage");

        return pull;
    }

    public static Dictionary<string, string?> Files(params (string Path, string? Text)[] files) => files.ToDictionary(file => file.Path, file => file.Text);
}

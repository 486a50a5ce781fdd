using System.Reflection;
using System.Text.Json.Nodes;
using Hotfix.GitHub.Evidence;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox.GraphQl;

/// <summary>What the app asks by GraphQL is what GitHub's schema has, and the sandbox answers it as that schema says.</summary>
public sealed class EvidenceQueryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_text_is_valid_and_each_answer_has_the_fields_that_were_selected()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.AllowsAutoMerge = true;
        var pull = tester.Repository.Busy();
        var (queued, _, _) = tester.Repository.OpenPull("other", GraphTester.Files(("c.js", "c")));
        tester.Repository.Queue("main", queued);
        var all = new List<(string, JsonNode?, JsonNode?)>();

        foreach (var (query, variables) in ((string, JsonObject)[])
        [
            (EvidenceQuery.Whole(0), About(tester)),
            (EvidenceQuery.Whole(3), About(tester, ("file0", "main:CHANGELOG.md"), ("file1", $"{pull.Head.Sha}:app.js"), ("file2", "refs/heads/main:nothing.txt"))),
            (EvidenceQuery.More, About(tester, ("moreFiles", true), ("moreCommits", true), ("moreReviews", false), ("moreChecks", true), ("files", null), ("checks", null))),
            (EvidenceQuery.Required, About(tester, ("branch", "refs/heads/main"))),
            (EvidenceQuery.Required, About(tester, ("branch", "refs/heads/nothing"))),
            (EvidenceQuery.Queue, About(tester, ("branch", "main"), ("after", null))),
            (EvidenceQuery.Queue, About(tester, ("branch", "hotfix"))),
            (EvidenceQuery.MakeReady, new() { ["id"] = pull.NodeId }),
            (EvidenceQuery.AutoMerge, new() { ["id"] = pull.NodeId, ["head"] = pull.Head.Sha, ["method"] = "SQUASH" }),
            (Minimize, new() { ["id"] = pull.Comment("An answer").Comment.NodeId }),
        ])
        {
            var answer = await tester.AskAsync(query, variables);
            Assert.Equal("", answer.Wrong());
            all.Add((query, variables, answer));
        }

        Assert.Equal("", await GraphQlSchema.CheckAsync(all, Cancel));
        Assert.Equal((false, "squash"), (pull.IsDraft, pull.AutoMerge));
    }

    [Fact]
    public async Task What_does_not_fit_is_found()
    {
        const string Query = "{ repository(owner: \"a\", name: \"b\") { id pullRequest(number: 1) { state } } }";
        var found = await GraphQlSchema.CheckAsync(
            [
                ("{ repository(owner: \"a\", name: \"b\") { nonsense } }", null, null),
                (Query, null, JsonNode.Parse("""{"data":{"repository":{"id":"R","pullRequest":{"state":"HALF_OPEN"}}}}""")),
                (Query, null, JsonNode.Parse("""{"data":{"repository":{"pullRequest":null}}}""")),
                (Query, null, JsonNode.Parse("""{"data":{"repository":{"id":"R","name":"b","pullRequest":null}}}""")),
            ],
            Cancel);

        Assert.Collection(
            found.TrimEnd().Split('\n'),
            line => Assert.StartsWith("Cannot query field \"nonsense\" on type \"Repository\"", line, StringComparison.Ordinal),
            line => Assert.Contains("HALF_OPEN", line, StringComparison.Ordinal),
            line => Assert.Contains("other fields", line, StringComparison.Ordinal),
            line => Assert.Contains("null", line, StringComparison.Ordinal),
            line => Assert.Contains("other fields", line, StringComparison.Ordinal),
            line => Assert.Contains("other fields", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_whole_of_a_pull_request_is_told_at_once()
    {
        await using var tester = await SandboxTester.StartAsync();
        var pull = tester.Repository.Busy();

        var repository = (await tester.AskAsync(EvidenceQuery.Whole(1), About(tester, ("file0", "main:CHANGELOG.md"))))["data"]!["repository"]!;
        var told = repository["pullRequest"]!;
        var head = told["head"]!["nodes"]![0]!["commit"]!;

        Assert.Equal(("main", "# 1.0\n", true, "OPEN"), ($"{repository["defaultBranchRef"]!["name"]}", $"{repository["file0"]!["text"]}", told["isDraft"]!.GetValue<bool>(), $"{told["state"]}"));
        Assert.Equal(["MODIFIED app.js 2-1", "ADDED b.js 1-0", "ADDED new.js 1-0", "DELETED gone.txt 0-2"], Nodes(told, "files").Select(file => $"{file["changeType"]} {file["path"]} {file["additions"]}-{file["deletions"]}"));
        Assert.Equal(["contributor", "bo, ana, "], Nodes(told, "commits").Select(commit => string.Join(", ", commit["commit"]!["authors"]!["nodes"]!.AsArray().Select(author => $"{author!["user"]?["login"]}"))));
        Assert.Equal(["APPROVED ana true Good"], Nodes(told, "reviews").Select(review => $"{review["state"]} {review["author"]!["login"]} {review["authorCanPushToRepository"]} {review["body"]}"));
        Assert.Equal(["User maintainer"], Nodes(told, "reviewRequests").Select(asked => $"{asked["requestedReviewer"]!["__typename"]} {asked["requestedReviewer"]!["login"]}"));
        Assert.Equal((pull.Head.Sha, "bo"), ($"{head["oid"]}", $"{head["checkSuites"]!["nodes"]![0]!["push"]!["pusher"]!["login"]}"));
        Assert.Equal(["CheckRun build SUCCESS true 15368", "StatusContext ci/coverage SUCCESS true "],
            Nodes(head["statusCheckRollup"]!, "contexts").Select(one => $"{one["__typename"]} {one["name"] ?? one["context"]} {one["conclusion"] ?? one["state"]} {one["isRequired"]} {one["checkSuite"]?["app"]!["databaseId"]}"));
        Assert.Equal(("ci/coverage", "build"), (
            $"{told["baseRef"]!["refUpdateRule"]!["requiredStatusCheckContexts"]![0]}", $"{told["baseRef"]!["rules"]!["nodes"]![0]!["parameters"]!["requiredStatusChecks"]![0]!["context"]}"));
    }

    private static string Minimize => $"{typeof(Hotfix.GitHub.GitHubIssues).GetField("Minimize", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()}";

    private static IEnumerable<JsonNode> Nodes(JsonNode node, string connection) => node[connection]!["nodes"]!.AsArray().Select(one => one!);

    private static JsonObject About(SandboxTester tester, params (string Name, JsonNode? Value)[] more)
    {
        var variables = new JsonObject { ["owner"] = tester.Repository.Owner.Login, ["name"] = tester.Repository.Name, ["number"] = 1 };
        Array.ForEach(more, one => variables[one.Name] = one.Value);

        return variables;
    }
}

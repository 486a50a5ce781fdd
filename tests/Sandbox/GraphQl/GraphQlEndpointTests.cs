using System.Net;
using System.Text.Json.Nodes;
using Hotfix.GitHub.Evidence;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox.GraphQl;

public sealed class GraphQlEndpointTests
{
    private const string Repository = "repository(owner: \"octo-org\", name: \"beta\")";

    public static TheoryData<string, string> Asked => new()
    {
        { $"{{ {Repository} {{ n: name name }} }}", """{"n":"beta","name":"beta"}""" },
        { $"query Q($no: Boolean = false) {{ {Repository} {{ name @include(if: $no) nameWithOwner @skip(if: $no) }} }}", """{"nameWithOwner":"octo-org/beta"}""" },
        { $"{{ {Repository} {{ ...Short }} }} fragment Short on Repository {{ name ... on Node {{ databaseId @skip(if: true) }} ... on User {{ login }} }}", """{"name":"beta"}""" },
        { $"{{ {Repository} {{ __typename # what it is\n, pullRequest(number: 1) {{ number body }} }} }}", """{"__typename":"Repository","pullRequest":{"number":1,"body":"- [ ] Tested"}}""" },
        { $"{{ {Repository} {{ pullRequest(number: 1) {{ files(first: 1) {{ totalCount }} files(first: 1) {{ nodes {{ path }} }} }} }} }}", """{"pullRequest":{"files":{"totalCount":4,"nodes":[{"path":"app.js"}]}}}""" },
        { $"{{ {Repository} {{ object(expression: \"main\") {{ __typename ... on Commit {{ message }} ... on Blob {{ text }} }} }} }}", """{"object":{"__typename":"Commit","message":"Change files"}}""" },
        { $"{{ {Repository} {{ ref(qualifiedName: \"refs/heads/none\") {{ name }} mergeQueue(branch: \"main\") {{ entries(first: 1) {{ totalCount }} }} }} }}", """{"ref":null,"mergeQueue":null}""" },
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { "{ viewer { login } }", "undefinedField viewer" },
        { $"{{ {Repository} {{ pullRequest(number: 1) {{ nonsense }} }} }}", "undefinedField repository.pullRequest.nonsense" },
        { $"{{ {Repository} }}", "selectionMismatch repository" },
        { $"{{ {Repository} {{ name {{ length }} }} }}", "selectionMismatch repository.name" },
        { $"{{ {Repository} {{ pullRequest(number: 7) {{ id }} }} }}", "NOT_FOUND repository.pullRequest" },
        { "{ repository(owner: \"octo-org\", name: \"none\") { id } }", "NOT_FOUND repository" },
        { $"{{ {Repository} {{ pullRequest(number: 1) {{ files {{ totalCount }} }} }} }}", "MISSING_PAGINATION_BOUNDARIES repository.pullRequest.files" },
        { $"{{ {Repository} {{ pullRequest(number: 1) {{ files(first: 101) {{ totalCount }} }} }} }}", "EXCESSIVE_PAGINATION repository.pullRequest.files" },
        { $"{{ {Repository} {{ pullRequest(number: 1) {{ files(first: 1, after: \"x\") {{ totalCount }} }} }} }}", "INVALID_CURSOR_ARGUMENTS repository.pullRequest.files" },
        { $"query($n: Int!) {{ {Repository} {{ pullRequest(number: $n) {{ id }} }} }}", "INVALID_VARIABLE n" },
        { $"{{ {Repository} {{ pullRequest(number: $n) {{ id }} }} }}", "variableNotDefined n" },
        { $"{{ {Repository} {{ ...Nothing }} }}", "useAndDefineFragment repository" },
        { "{ repository(", "PARSE_ERROR " },
        { "{ repository } %", "PARSE_ERROR " },
        { "", "PARSE_ERROR " },
    };

    public static TheoryData<string, string, string> Forbidden => new()
    {
        { "pull_requests", "pullRequest(number: 1) { id }", "FORBIDDEN repository.pullRequest" },
        { "contents", "object(expression: \"main\") { __typename }", "FORBIDDEN repository.object" },
        { "contents", "defaultBranchRef { name }", "FORBIDDEN repository.defaultBranchRef" },
        { "merge_queues", "mergeQueue(branch: \"main\") { __typename }", "FORBIDDEN repository.mergeQueue" },
        { "checks", "pullRequest(number: 1) { commits(last: 1) { nodes { commit { statusCheckRollup { state } } } } }", "FORBIDDEN repository.pullRequest.commits.nodes.0.commit.statusCheckRollup" },
        { "checks", "pullRequest(number: 1) { commits(last: 1) { nodes { commit { checkSuites(first: 1) { totalCount } } } } }", "FORBIDDEN repository.pullRequest.commits.nodes.0.commit.checkSuites" },
        { "statuses", "pullRequest(number: 1) { commits(last: 1) { nodes { commit { statusCheckRollup { contexts(first: 9) { nodes { __typename } } } } } } }",
            "FORBIDDEN repository.pullRequest.commits.nodes.0.commit.statusCheckRollup.contexts.nodes.1" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task What_is_selected_is_answered(string query, string expected)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Busy();

        var answer = await tester.AskAsync(query);

        Assert.Equal(("", expected), (answer.Wrong(), answer["data"]!["repository"]!.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_with_a_status_of_200(string query, string expected)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Busy();

        Assert.Equal(expected, (await tester.AskAsync(query)).Wrong());
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task What_the_token_may_not_read_is_null_and_the_rest_is_answered(string permission, string field, string expected)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Busy();
        await tester.MayAsync([.. tester.Repository.Installation.Permissions.Where(one => one.Key != permission).Select(one => (one.Key, one.Value))]);

        var answer = await tester.AskAsync($"{{ {Repository} {{ name {field} }} }}");

        Assert.Equal((expected, "beta"), (answer.Wrong(), $"{answer["data"]!["repository"]!["name"]}"));
    }

    [Fact]
    public async Task A_connection_is_read_page_by_page_from_either_end()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Busy();
        var (seen, cursor, pages) = (new List<string>(), (string?)null, 0);

        do
        {
            var answer = await tester.AskAsync($"query($after: String) {{ {Repository} {{ pullRequest(number: 1) {{ files(first: 3, after: $after) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ path }} }} }} }} }}", new() { ["after"] = cursor });
            var files = answer["data"]!["repository"]!["pullRequest"]!["files"]!;
            seen.AddRange(files["nodes"]!.AsArray().Select(file => $"{file!["path"]}"));
            cursor = files["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? $"{files["pageInfo"]!["endCursor"]}" : null;
            pages++;
        }
        while (cursor is not null);

        var last = await tester.AskAsync($"{{ {Repository} {{ pullRequest(number: 1) {{ files(last: 1) {{ nodes {{ path }} }} }} }} }}");

        Assert.Equal((2, "app.js b.js new.js gone.txt"), (pages, string.Join(' ', seen)));
        Assert.Equal("gone.txt", $"{last["data"]!["repository"]!["pullRequest"]!["files"]!["nodes"]![0]!["path"]}");
    }

    [Fact]
    public async Task Auto_merge_is_for_the_head_that_was_seen_and_only_where_it_is_allowed()
    {
        await using var tester = await SandboxTester.StartAsync();
        var pull = tester.Repository.Busy();

        Assert.Equal("Pull request Auto merge is not allowed for this repository", await EnableAsync(pull.Head.Sha));
        tester.Repository.AllowsAutoMerge = true;
        Assert.Equal("Expected head sha didn't match current head ref.", await EnableAsync(pull.Base.Sha));
        Assert.Null(pull.AutoMerge);
        Assert.Null(await EnableAsync(pull.Head.Sha));
        Assert.Equal("rebase", pull.AutoMerge);

        async Task<string?> EnableAsync(string head) =>
            (await tester.AskAsync(EvidenceQuery.AutoMerge, new() { ["id"] = pull.NodeId, ["head"] = head, ["method"] = "REBASE" }))["errors"]?[0]!["message"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_draft_is_made_ready_by_those_who_may_and_the_app_hears_of_it()
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });
        await using var receiver = await HookReceiver.StartAsync();
        tester.GitHub.Hook = receiver.Url;
        var pull = tester.Repository.Busy();

        Assert.Equal("", (await tester.AskAsync(EvidenceQuery.MakeReady, new() { ["id"] = pull.NodeId })).Wrong());
        Assert.Equal("ready_for_review", $"{JsonNode.Parse((await receiver.NextAsync()).Body)!["action"]}");
        Assert.Equal("NOT_FOUND markPullRequestReadyForReview", (await tester.AskAsync(EvidenceQuery.MakeReady, new() { ["id"] = "PR_x" })).Wrong());
        await tester.MayAsync(("pull_requests", "read"));
        Assert.Equal("FORBIDDEN markPullRequestReadyForReview", (await tester.AskAsync(EvidenceQuery.MakeReady, new() { ["id"] = pull.NodeId })).Wrong());
        Assert.False(pull.IsDraft);
    }

    [Fact]
    public async Task Requests_are_counted_and_fail_on_purpose_as_others_do()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Busy();
        tester.GitHub.Calls.Clear();
        tester.GitHub.Faults.Next(SandboxFault.ServerError, match: (method, path) => (method, path) == ("POST", "/graphql"));

        var (failed, _) = await tester.PostAsync("graphql", """{"query":"{ __typename }"}""");
        await tester.AskAsync("{ __typename }");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal([("/graphql", 500), ("/graphql", 200)], tester.GitHub.Calls.All.Select(call => (call.Path, call.Status)));
    }
}

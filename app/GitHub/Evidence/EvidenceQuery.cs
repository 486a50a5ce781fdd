using System.Globalization;

namespace Hotfix.GitHub.Evidence;

/// <summary>
/// What the gate asks of GitHub: everything about a pull request in one query, further pages of whatever has more than a hundred in another, and what is in a merge queue.
/// Source: GitHub's GraphQL schema (npm <c>@octokit/graphql-schema</c>), against which the tests hold these texts.
/// </summary>
internal static class EvidenceQuery
{
    private const string File = "totalCount pageInfo { hasNextPage endCursor } nodes { path changeType additions deletions }";

    private const string Commit = "totalCount pageInfo { hasNextPage endCursor } nodes { commit { oid authors(first: 20) { totalCount nodes { user { login } } } committer { email user { login } } } }";

    private const string Review = "totalCount pageInfo { hasNextPage endCursor } nodes { state submittedAt body authorCanPushToRepository author { __typename login } commit { oid } }";

    private const string Check = """
        pageInfo { hasNextPage endCursor } nodes {
          __typename
          ... on CheckRun { name status conclusion title summary text startedAt isRequired(pullRequestNumber: $number) checkSuite { app { databaseId } } }
          ... on StatusContext { context state description createdAt isRequired(pullRequestNumber: $number) }
        }
        """;

    private const string Rules = "refUpdateRule { requiredStatusCheckContexts } rules(first: 100) { nodes { parameters { ... on RequiredStatusChecksParameters { requiredStatusChecks { context } } } } }";

    /// <summary>Variables: owner, name, number, and <c>file0</c>… with git's <c>branch:path</c>, of files whose text is wanted.</summary>
    /// <param name="files">How many.</param>
    public static string Whole(int files) => $$"""
        query($owner: String!, $name: String!, $number: Int!{{Each(files, at => $", $file{at}: String!")}}) {
          repository(owner: $owner, name: $name) {
            defaultBranchRef { name target { oid } }
            pullRequest(number: $number) {
              id number body isDraft state headRefOid baseRefName
              author { login }
              baseRef { {{Rules}} }
              reviewRequests(first: 20) { nodes { requestedReviewer { __typename ... on User { login } } } }
              files(first: 100) { {{File}} }
              commits(first: 100) { {{Commit}} }
              reviews(first: 100) { {{Review}} }
              head: commits(last: 1) { nodes { commit {
                oid
                checkSuites(first: 50) { nodes { push { nextSha pusher { login } } } }
                statusCheckRollup { contexts(first: 100) { {{Check}} } }
              } } }
            }
            {{Each(files, at => $"file{at}: object(expression: $file{at}) {{ ... on Blob {{ text }} }} ")}}
          }
        }
        """;

    /// <summary>Variables: owner, name, number; for each kind of which there is more, <c>more…</c> and where to go on.</summary>
    public static string More { get; } = $$"""
        query($owner: String!, $name: String!, $number: Int!, $moreFiles: Boolean!, $files: String, $moreCommits: Boolean!, $commits: String, $moreReviews: Boolean!, $reviews: String, $moreChecks: Boolean!, $checks: String) {
          repository(owner: $owner, name: $name) {
            pullRequest(number: $number) {
              headRefOid
              files(first: 100, after: $files) @include(if: $moreFiles) { {{File}} }
              commits(first: 100, after: $commits) @include(if: $moreCommits) { {{Commit}} }
              reviews(first: 100, after: $reviews) @include(if: $moreReviews) { {{Review}} }
              head: commits(last: 1) @include(if: $moreChecks) { nodes { commit { oid statusCheckRollup { contexts(first: 100, after: $checks) { {{Check}} } } } } }
            }
          }
        }
        """;

    /// <summary>Variables: owner, name, branch (a full name: <c>refs/heads/main</c>). Which checks are required there.</summary>
    public static string Required { get; } = $$"""
        query($owner: String!, $name: String!, $branch: String!) {
          repository(owner: $owner, name: $name) { ref(qualifiedName: $branch) { {{Rules}} } }
        }
        """;

    /// <summary>Variables: owner, name, branch, and where to go on.</summary>
    public static string Queue { get; } = """
        query($owner: String!, $name: String!, $branch: String!, $after: String) {
          repository(owner: $owner, name: $name) {
            mergeQueue(branch: $branch) { entries(first: 100, after: $after) {
              pageInfo { hasNextPage endCursor }
              nodes { headCommit { oid } baseCommit { oid } pullRequest { number } }
            } }
          }
        }
        """;

    /// <summary>Variables: id, the pull request's.</summary>
    public static string MakeReady { get; } = "mutation($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }";

    /// <summary>Variables: id, the pull request's; head, which it must still have; method.</summary>
    public static string AutoMerge { get; } = """
        mutation($id: ID!, $head: GitObjectID!, $method: PullRequestMergeMethod!) {
          enablePullRequestAutoMerge(input: { pullRequestId: $id, expectedHeadOid: $head, mergeMethod: $method }) { pullRequest { number } }
        }
        """;

    private static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text).Select(part => part.ToString(CultureInfo.InvariantCulture)));
}

using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class LabelTests : IDisposable
{
    private const string Look = "GET /repos/octo/app/labels/kind%2Fbug";
    private const string Create = "POST /repos/octo/app/labels";
    private const string Change = "PATCH /repos/octo/app/labels/kind%2Fbug";
    private const string Add = "POST /repos/octo/app/issues/1/labels";

    private static readonly Label Bug = GitHubTester.Bug;

    private readonly GitHubTester tester = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_label_the_repository_lacks_is_created_with_colour_and_description()
    {
        await AddAsync(Bug);

        Assert.Equal([Look, Create, Add], tester.GitHub.Calls);
        Assert.Equal(("d73a4a", "Something is broken"), tester.GitHub.Issues.Labels["kind/bug"]);
        Assert.Equal(["kind/bug"], tester.GitHub.Issues.OnIssue);
    }

    [Fact]
    public async Task Labels_known_to_be_right_cost_one_call_for_all_of_them()
    {
        var labels = new[] { Bug, new Label("P0", "b60205", "Everything burns"), new Label("score/high", "ff0000", "") };
        await AddAsync(labels);
        var before = tester.GitHub.Requests.Count;

        await AddAsync(labels);

        Assert.Equal(before + 1, tester.GitHub.Requests.Count);
        Assert.Equal("""{"labels":["kind/bug","P0","score/high"]}""", tester.GitHub.Requests[^1].Body);
    }

    [Theory]
    [InlineData("D73A4A", "Something is broken", false)]
    [InlineData("d73a4a", null, true)]
    [InlineData("d73a4a", "something is broken", true)]
    [InlineData("ededed", "Something is broken", true)]
    public async Task A_label_that_exists_is_changed_only_where_it_is_not_as_we_want_it(string color, string? description, bool changed)
    {
        tester.GitHub.Issues.Labels["Kind/Bug"] = (color, description);

        await AddAsync(Bug);
        await AddAsync(Bug);

        Assert.Equal(changed ? [Look, Change, Add, Add] : [Look, Add, Add], tester.GitHub.Calls);
        Assert.Equal("Something is broken", tester.GitHub.Issues.Labels["kind/bug"].Description);
    }

    [Fact]
    public async Task Somebody_who_creates_it_first_wins_and_it_is_made_right()
    {
        tester.GitHub.Answer(Look, 1, _ =>
        {
            tester.GitHub.Issues.Labels["kind/bug"] = ("ededed", null);
            return FakeGitHub.Response(HttpStatusCode.NotFound, "{}");
        });

        await AddAsync(Bug);

        Assert.Equal([Look, Create, Look, Change, Add], tester.GitHub.Calls);
        Assert.Equal(("d73a4a", "Something is broken"), tester.GitHub.Issues.Labels["kind/bug"]);
    }

    [Fact]
    public async Task A_refusal_to_create_it_for_another_reason_is_a_refusal()
    {
        tester.GitHub.Answer(Create, HttpStatusCode.UnprocessableEntity, """
            {"message":"Validation Failed","errors":[{"resource":"Label","code":"invalid","field":"color"}]}
            """);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => AddAsync(Bug));

        Assert.Equal("GitHub finds the request to create the label 'kind/bug' in octo/app invalid (422: Validation Failed; Label color invalid).", refusal.Message);
        Assert.Empty(tester.GitHub.Issues.OnIssue);
    }

    [Fact]
    public async Task A_label_deleted_meanwhile_gets_its_colour_back()
    {
        await AddAsync(Bug);
        tester.GitHub.Issues.Labels.Clear();
        tester.GitHub.Issues.OnIssue.Clear();

        await AddAsync(Bug);

        Assert.Equal([Look, Create, Add, Add, Change], tester.GitHub.Calls);
        Assert.Equal(("d73a4a", "Something is broken"), tester.GitHub.Issues.Labels["kind/bug"]);
    }

    [Fact]
    public async Task A_profile_with_a_new_colour_changes_the_label_once()
    {
        await AddAsync(Bug);
        await AddAsync(Bug with { Color = "00ff00" });
        await AddAsync(Bug with { Color = "00ff00" });
        Assert.Equal([Look, Create, Add, Look, Change, Add, Add], tester.GitHub.Calls);

        await AddAsync(Bug);
        Assert.Equal("d73a4a", tester.GitHub.Issues.Labels["kind/bug"].Color);
        Assert.Equal([Look, Change, Add], tester.GitHub.Calls.TakeLast(3));
    }

    [Fact]
    public async Task Another_repositorys_labels_are_not_known()
    {
        await AddAsync(Bug);
        await tester.Issues.AddLabelsAsync(GitHubTester.Issue(installation: 6), [Bug], Cancellation);

        Assert.Equal([Look, Create, Add, Look, Add], tester.GitHub.Calls);
    }

    [Fact]
    public async Task Labels_that_GitHub_drops_without_a_word_are_a_refusal()
    {
        tester.GitHub.Issues.DropsLabels = true;

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => AddAsync(Bug));

        Assert.Equal("GitHub silently dropped the label 'kind/bug' when asked to add it to octo/app#1: the App has no push access there.", refusal.Message);
    }

    [Fact]
    public async Task No_labels_cost_no_call()
    {
        await AddAsync();

        Assert.Empty(tester.GitHub.Requests);
    }

    [Fact]
    public async Task Taking_off_a_label_that_is_off_already_is_fine()
    {
        await AddAsync(Bug);
        await tester.Issues.RemoveLabelAsync(GitHubTester.Issue(), "kind/bug", Cancellation);
        await tester.Issues.RemoveLabelAsync(GitHubTester.Issue(), "kind/bug", Cancellation);

        Assert.Empty(tester.GitHub.Issues.OnIssue);
        Assert.Equal("DELETE /repos/octo/app/issues/1/labels/kind%2Fbug", tester.GitHub.Calls.Last());
    }

    [Fact]
    public async Task Taking_a_label_off_can_be_refused()
    {
        tester.GitHub.Answer("DELETE", HttpStatusCode.Gone, """{"message":"This issue was deleted"}""");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.Issues.RemoveLabelAsync(GitHubTester.Issue(), "kind/bug", Cancellation));

        Assert.Equal(410, refusal.Status);
        Assert.Equal("What is needed to take the label 'kind/bug' off octo/app#1 is gone from GitHub (410: This issue was deleted).", refusal.Message);
    }

    public void Dispose() => tester.Dispose();

    private Task AddAsync(params Label[] labels) => tester.Issues.AddLabelsAsync(GitHubTester.Issue(), labels, Cancellation);
}

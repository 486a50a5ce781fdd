using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class PacingTests : IDisposable
{
    private readonly GitHubTester tester = new(Pacing.GitHub);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_81st_comment_within_a_minute_is_postponed_and_each_further_one_a_little_longer()
    {
        await PostAsync(80);

        Assert.Equal(60, await PostponedAsync());
        Assert.Equal(60.75, await PostponedAsync());
        Assert.Equal(61.5, await PostponedAsync());
        Assert.Equal(80, tester.GitHub.Issues.Comments.Count);

        await tester.PostAsync(installation: 6);
        tester.Time.Advance(TimeSpan.FromSeconds(60));
        await PostAsync(80);
        Assert.Equal(161, tester.GitHub.Issues.Comments.Count);
    }

    [Fact]
    public async Task The_501st_within_an_hour_is_postponed_to_the_next_hour()
    {
        for (var burst = 0; burst < 10; burst++)
        {
            await PostAsync(50);
            tester.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3600, await PostponedAsync());
        tester.Time.Advance(TimeSpan.FromMinutes(50));
        await PostAsync(50);
        await PostponedAsync();
    }

    [Fact]
    public async Task A_slot_that_is_near_is_waited_for_in_place()
    {
        await PostAsync(79);
        tester.Time.Advance(TimeSpan.FromSeconds(59.5));
        await PostAsync(1);
        var posting = tester.PostAsync();

        Assert.False(posting.IsCompleted);
        tester.Time.Advance(TimeSpan.FromSeconds(0.5));
        await posting;
    }

    [Fact]
    public async Task Changes_that_create_nothing_take_no_slot()
    {
        await PostAsync(80);
        var comment = new CommentId(tester.GitHub.Issues.Comments.Keys.First());

        Assert.True(await tester.Issues.EditCommentAsync(GitHubTester.Issue(), comment, "edited", Cancellation));
        Assert.Equal("edited", await tester.ReadAsync(comment));
        await tester.Issues.DeleteCommentAsync(GitHubTester.Issue(), comment, Cancellation);
    }

    [Fact]
    public async Task Writes_of_an_installation_go_one_after_another_in_the_order_in_which_they_came()
    {
        await tester.PostAsync();
        var release = new TaskCompletionSource();
        tester.GitHub.Hold("POST /repos", release.Task);

        var posts = Enumerable.Range(0, 10).Select(number => tester.PostAsync($"{number}")).ToArray();
        Assert.Equal(2, tester.GitHub.Calls.Count());

        release.SetResult();
        await Task.WhenAll(posts);
        Assert.Equal("0123456789", string.Concat(tester.GitHub.Requests.TakeLast(10).Select(request => request.Body["{\"body\":\"".Length])));
    }

    [Fact]
    public async Task Another_installation_does_not_wait_and_four_reads_go_at_a_time()
    {
        await tester.PostAsync();
        await tester.PostAsync(installation: 6);
        var comment = new CommentId(tester.GitHub.Issues.Comments.Keys.First());
        var release = new TaskCompletionSource();
        tester.GitHub.Hold("GET /repos", release.Task, times: 6);
        var sent = tester.GitHub.Requests.Count;

        var reads = Enumerable.Range(0, 6).Select(_ => tester.ReadAsync(comment)).ToArray();
        await tester.PostAsync();
        Assert.Equal(sent + 5, tester.GitHub.Requests.Count);

        var elsewhere = tester.ReadAsync(comment, installation: 6);
        Assert.Equal(sent + 6, tester.GitHub.Requests.Count);

        release.SetResult();
        await Task.WhenAll([.. reads, elsewhere]);
    }

    [Fact]
    public async Task Off_means_neither_order_nor_budget()
    {
        using var unpaced = new GitHubTester(Pacing.Off);
        await unpaced.PostAsync();
        var release = new TaskCompletionSource();
        unpaced.GitHub.Hold("POST /repos", release.Task, times: 1000);

        var posts = Enumerable.Range(0, 1000).Select(_ => unpaced.PostAsync()).ToArray();
        Assert.Equal(1001, unpaced.GitHub.Calls.Count());

        release.SetResult();
        await Task.WhenAll(posts);
    }

    [Fact]
    public async Task One_who_gives_up_waiting_holds_up_nobody()
    {
        await tester.PostAsync();
        var release = new TaskCompletionSource();
        tester.GitHub.Hold("POST /repos", release.Task);
        using var impatient = new CancellationTokenSource();

        var first = tester.PostAsync("first");
        var second = tester.Issues.PostCommentAsync(GitHubTester.Issue(), "second", impatient.Token);
        var third = tester.PostAsync("third");
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        release.SetResult();

        await Task.WhenAll(first, third);
        Assert.Equal(["hello", "first", "third"], tester.GitHub.Issues.Comments.Values.Select(comment => (string)comment["body"]!));
    }

    public void Dispose() => tester.Dispose();

    private async Task PostAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            await tester.PostAsync();
        }
    }

    /// <summary>Seconds since the start.</summary>
    private async Task<double> PostponedAsync() =>
        ((await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync())).Until - GitHubTester.Start).TotalSeconds;
}

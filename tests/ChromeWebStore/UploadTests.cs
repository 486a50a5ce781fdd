using Hotfix.Handlers.Storefront;
using Hotfix.Ports;
using Hotfix.Sandbox.Store;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>The traps of an upload (reference page "extension-publishing", §1.4).</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task One_that_goes_on_is_looked_after_until_it_is_done()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.UploadPolls = 3;

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.Equal("fetchStatus upload fetchStatus fetchStatus fetchStatus fetchStatus publish fetchStatus", tester.Calls);
    }

    [Fact]
    public async Task One_that_goes_on_does_so_in_either_spelling()
    {
        await using var tester = await StoreTester.StartAsync();
        (tester.Item.UploadPolls, tester.Item.InProgressWord) = (1, "UPLOAD_IN_PROGRESS");
        tester.Item.UploadSlowlyByOther("1.2.9", polls: 2);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.10")).Result);
        Assert.Equal("fetchStatus fetchStatus fetchStatus upload fetchStatus fetchStatus publish fetchStatus", tester.Calls);
    }

    [Theory]
    [InlineData("FAILED", 0, "The store could not process the package, and its API does not say why: ")]
    [InlineData("FAILURE", 0, "The store could not process the package, and its API does not say why: ")]
    [InlineData("FAILURE", 1, "The store could not process the package, and its API does not say why: ")]
    [InlineData("NOT_FOUND", 0, "The store does not know the upload that was just sent: ")]
    [InlineData("SUCCESS", 0, "The store says of the upload nothing that Hotfix knows, so it is not known whether it took the package: ")]
    [InlineData("ON_THE_MOON", 0, "The store says of the upload nothing that Hotfix knows, ")]
    [InlineData("ON_THE_MOON", 1, "The store says of the upload nothing that Hotfix knows, ")]
    [InlineData("", 0, "The store says of the upload nothing that Hotfix knows, ")]
    public async Task Only_the_word_for_success_is_one_whatever_the_status_of_the_answer(string word, int polls, string sentence)
    {
        await using var tester = await StoreTester.StartAsync();
        (tester.Item.UploadPolls, tester.Item.UploadFails, tester.Item.FailureWord) = (polls, true, word);

        Assert.StartsWith(sentence, (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("publish", tester.Store.Calls);
    }

    [Fact]
    public async Task One_that_goes_on_and_fails_says_where_the_reason_is()
    {
        await using var tester = await StoreTester.StartAsync();
        (tester.Item.UploadPolls, tester.Item.UploadFails) = (2, true);

        Assert.Equal(
            "The store could not process the package, and its API does not say why: the item's Package tab in the dashboard does.", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"))).Message);
        Assert.DoesNotContain("publish", tester.Store.Calls);
    }

    [Fact]
    public async Task One_that_never_ends_is_given_up()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.UploadPolls = int.MaxValue;
        tester.Patience = tester.Patience with { Upload = TimeSpan.FromMilliseconds(50) };

        Assert.StartsWith("The store has been processing the upload for more than 0.1 s: ", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("publish", tester.Store.Calls);
    }

    [Fact]
    public async Task A_failing_store_while_it_is_looked_after_is_asked_again()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.UploadPolls = 2;
        tester.Store.Before(":upload", () => tester.Store.Fail(":fetchStatus", new(503), new(429), StoreFault.Drop));

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
    }

    [Fact]
    public async Task The_fate_of_an_older_upload_is_not_this_ones()
    {
        await using var tester = await StoreTester.StartAsync();
        (tester.Item.UploadPolls, tester.Item.UploadFails) = (1, true);
        await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"));
        (tester.Item.UploadPolls, tester.Item.UploadFails) = (0, false);

        // The store still shows FAILED, of the one before.
        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_goes_on_is_not_settled_by_what_the_store_shows_before_it(bool isAnotherShown)
    {
        await using var tester = await StoreTester.StartAsync();
        (tester.Item.UploadPolls, tester.Item.UploadFails) = (1, true);

        if (isAnotherShown)
        {
            await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"));
        }

        tester.Item.UploadFails = false;
        tester.Patience = tester.Patience with { Poll = TimeSpan.FromMilliseconds(isAnotherShown ? 200 : 30) };
        tester.Item.UploadLag = TimeSpan.FromMilliseconds(100);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
    }

    [Fact]
    public async Task Somebody_elses_that_goes_on_is_waited_for()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.UploadSlowlyByOther("1.2.9", polls: 3);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.10")).Result);
        Assert.Equal(["fetchStatus", "fetchStatus", "fetchStatus", "fetchStatus", "upload"], tester.Store.Calls.Take(5));
    }

    [Fact]
    public async Task Somebody_elses_that_never_ends_is_given_up()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.UploadSlowlyByOther("1.2.9", polls: int.MaxValue);
        tester.Patience = tester.Patience with { Upload = TimeSpan.FromMilliseconds(50) };

        Assert.StartsWith(
            "The store has been processing an upload that is not this one for more than 0.1 s: ", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.10"))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("upload", tester.Store.Calls);
    }

    [Fact]
    public async Task Somebody_elses_that_starts_after_ours_keeps_it_from_being_submitted()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":fetchStatus", () => { });
        tester.Store.Before(":fetchStatus", () => tester.Item.UploadSlowlyByOther("1.2.9", polls: 9));

        Assert.StartsWith("Somebody else's upload is being processed after 1.2.4 was uploaded", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_has_to_be_the_package()
    {
        await using var tester = await StoreTester.StartAsync();

        // What is sent says 1.2.5, and 1.2.4 is meant: as if somebody else's had taken its place.
        var refused = await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4", package: StoreTester.Zip("1.2.5")));

        Assert.StartsWith("The package is 1.2.4, and the store's draft is 1.2.5: somebody else uploaded at the same time", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("publish", tester.Store.Calls);
    }

    [Fact]
    public async Task Uploading_alone_submits_nothing()
    {
        await using var tester = await StoreTester.StartAsync();

        var outcome = await tester.PublishAsync("1.2.4", wish => wish with { Submit = false });

        Assert.Equal(("uploaded", "1.2.4 is uploaded as the draft; nothing is submitted."), (outcome.Result, outcome.Sentence));
        Assert.Equal("1.2.4", tester.Item.Draft);
        Assert.Equal("fetchStatus upload fetchStatus", tester.Calls);
    }

    [Fact]
    public async Task Uploading_alone_looks_for_another_writer_too()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":fetchStatus", () => { });
        tester.Store.Before(":fetchStatus", () => tester.Item.SubmitByOther("1.9.0"));

        Assert.Equal(
            "Somebody else submitted 1.9.0 after 1.2.4 was uploaded; it is waiting for review, and nothing was submitted: let one workflow at a time publish an item.",
            (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4", wish => wish with { Submit = false }))).Message);
    }

    [Fact]
    public async Task A_version_that_is_none_is_told_in_the_stores_words_without_its_markup()
    {
        await using var tester = await StoreTester.StartAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4", package: StoreTester.Zip("0.0.0")));

        Assert.Equal(
            "The store refused to take the package (400 INVALID_ARGUMENT): PKG_MANIFEST_PARSE_ERROR: The manifest has an invalid version: 0.0.0. Please format the version as defined here. `hotfix extension lint` says what is wrong with manifest.json.",
            refused.Message);
    }

    [Fact]
    public async Task A_version_that_was_overtaken_is_told_too()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":upload", () => tester.Item.RollBackByOther("1.3.0"));

        Assert.Contains("PKG_INVALID_VERSION_NUMBER", (await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_that_was_quicker_is_told_too()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":upload", () => tester.Item.SubmitByOther("1.3.0"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"));

        Assert.Contains("ITEM_NOT_UPDATABLE", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("wait, or take it back with `hotfix store cancel`.", refused.Message, StringComparison.Ordinal);
    }
}

using Hotfix.Domain.Storefront;
using Hotfix.Handlers.Storefront;
using Hotfix.Ports;
using Hotfix.Sandbox.Store;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>A package from a file to the review queue, and what can come in between.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task A_zip_is_uploaded_submitted_and_looked_for_afterwards()
    {
        await using var tester = await StoreTester.StartAsync();

        var outcome = await tester.PublishAsync("1.2.4");

        Assert.Equal(new StoreOutcome("submitted", "1.2.4 is submitted, and is waiting for review.", ItemState.PendingReview, new(1, 2, 4, 0), 100), outcome);
        Assert.Equal("fetchStatus upload fetchStatus publish fetchStatus", tester.Calls);

        tester.Item.Approve();
        Assert.Equal([("1.2.4", 100)], tester.Item.Published);
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4");

        Assert.Equal("skipped", (await tester.PublishAsync("1.2.4")).Result);
        tester.Item.Approve();
        Assert.Equal(("skipped", ItemState.Published), ((await tester.PublishAsync("1.2.4")) is var again ? again.Result : "", again.State));
        Assert.Single(tester.Store.Calls, call => call == "upload");
        Assert.Single(tester.Store.Calls, call => call == "publish");
    }

    [Fact]
    public async Task A_dry_run_only_looks()
    {
        await using var tester = await StoreTester.StartAsync();

        var outcome = await tester.PublishAsync("1.2.4", isDry: true);

        Assert.Equal(("dry-run", "The package would be uploaded and submitted as 1.2.4."), (outcome.Result, outcome.Sentence));
        Assert.Equal("fetchStatus", tester.Calls);
    }

    [Fact]
    public async Task An_item_with_verified_uploads_takes_a_crx_by_its_key_and_nothing_else()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.VerifiedKey = StoreTester.GoldenKey();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"));
        Assert.StartsWith("The store refused to take the package (400 INVALID_ARGUMENT): PKG_MUST_UPDATE_AS_CRX: This item must be updated with a CRX", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("sign the package with the key that it was opted in with (`hotfix extension sign`) and upload the CRX.", refused.Message, StringComparison.Ordinal);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4", package: StoreTester.Crx("1.2.4"))).Result);
    }

    [Fact]
    public async Task A_crx_by_another_key_is_refused_there()
    {
        await using var tester = await StoreTester.StartAsync();
        using var other = System.Security.Cryptography.RSA.Create(2048);
        tester.Item.VerifiedKey = other.ExportSubjectPublicKeyInfo();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4", package: StoreTester.Crx("1.2.4")));
        Assert.Contains("PKG_MUST_UPDATE_AS_CRX", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_without_them_takes_a_crx_too()
    {
        await using var tester = await StoreTester.StartAsync();

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4", package: StoreTester.Crx("1.2.4"))).Result);
    }

    [Fact]
    public async Task A_percentage_is_sent_only_where_it_is_wished_even_0()
    {
        await using var tester = await StoreTester.StartAsync();

        Assert.Equal(0, (await tester.PublishAsync("1.2.4", wish => wish with { Percentage = 0 })).Percentage);
        tester.Item.Approve();
        Assert.Equal([("1.2.3", 100), ("1.2.4", 0)], tester.Item.Published);
        Assert.Equal("raised", (await tester.PublishAsync("1.2.4", wish => wish with { Percentage = 5 })).Result);
        Assert.Equal([("1.2.3", 100), ("1.2.4", 5)], tester.Item.Published);
        Assert.Equal("skipped", (await tester.PublishAsync("1.2.4", wish => wish with { Percentage = 5 })).Result);
    }

    [Fact]
    public async Task Few_users_get_no_percentage_and_are_told_why()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.Users = 10_000;

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4", wish => wish with { Percentage = 5 }));
        Assert.Contains("available to items with over 10,000 seven-day active users. A percentage only rises", refused.Message, StringComparison.Ordinal);
        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
    }

    [Fact]
    public async Task Staged_is_held_and_let_go_by_publishing_once_more()
    {
        await using var tester = await StoreTester.StartAsync();
        var order = new PublishOrder(Staged: true);

        await tester.PublishAsync("1.2.4", order: order);
        tester.Item.Approve();
        Assert.Equal(("skipped", ItemState.Staged), ((await tester.PublishAsync("1.2.4", order: order)) is var held ? held.Result : "", held.State));
        Assert.Equal("skipped", (await tester.SubmitAsync(order: order)).Result);
        var live = await tester.PublishAsync("1.2.4", wish => wish with { PublishStaged = true, Percentage = 25 });

        Assert.Equal(("published", ItemState.Published, "1.2.4 is published."), (live.Result, live.State, live.Sentence));
        Assert.Equal([("1.2.3", 100), ("1.2.4", 25)], tester.Item.Published);
        Assert.Single(tester.Store.Calls, call => call == "upload");
    }

    [Fact]
    public async Task A_staged_approval_lapses_and_is_submitted_anew()
    {
        var clock = new Sandbox.SandboxClock();
        await using var tester = await StoreTester.StartAsync(clock);
        await tester.PublishAsync("1.2.4", order: new(Staged: true));
        tester.Item.Approve();
        clock.Now += TimeSpan.FromDays(30);
        tester.Store.Identity.Accept(StoreTester.Token);

        var outcome = await tester.PublishAsync("1.2.4", wish => wish with { PublishStaged = true });

        Assert.Equal(("submitted", ItemState.PendingReview), (outcome.Result, outcome.State));
    }

    [Fact]
    public async Task Another_that_waits_blocks_and_is_taken_back_where_that_is_wished()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4");

        Assert.Contains("1.2.4 is waiting for review", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.5"))).Message, StringComparison.Ordinal);
        Assert.StartsWith("1.2.4, which is waiting for review, would be taken back; then", (await tester.PublishAsync("1.2.5", wish => wish with { CancelPending = true }, isDry: true)).Sentence, StringComparison.Ordinal);
        var outcome = await tester.PublishAsync("1.2.5", wish => wish with { CancelPending = true });
        Assert.Equal(("submitted", ["Before that, 1.2.4, which was waiting for review, was taken back, and lost its place in the queue."]), (outcome.Result, outcome.Warnings));
        Assert.Single(tester.Store.Calls, call => call == "cancelSubmission");
    }

    [Fact]
    public async Task What_was_done_before_a_refusal_is_named_with_it()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4");
        tester.Item.Missing = "Missing screenshot";

        Assert.EndsWith(
            " Before that, 1.2.4, which was waiting for review, was taken back, and lost its place in the queue. The package of 1.2.5 was uploaded, and lies there as the draft.",
            (await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.5", wish => wish with { CancelPending = true }))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_and_may_be_held_afterwards_is_told_to_whoever_wants_it_live()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4", order: new(Staged: true));

        Assert.Equal(
            ["If 1.2.4 was submitted to be held (--staged), it stays staged after the review: publish it again with --publish-staged then."],
            (await tester.PublishAsync("1.2.4", wish => wish with { PublishStaged = true })).Warnings);
        Assert.Empty((await tester.PublishAsync("1.2.4")).Warnings);
    }

    [Fact]
    public async Task What_was_rejected_needs_a_new_version()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4");
        tester.Item.Reject();

        Assert.Contains("1.2.4 was submitted and is rejected", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
        Assert.Equal("submitted", (await tester.PublishAsync("1.2.5")).Result);
    }

    [Fact]
    public async Task Another_writer_between_upload_and_publish_is_found_before_anything_is_submitted()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":upload", () => { });
        tester.Store.Before(":fetchStatus", () => { });
        tester.Store.Before(":fetchStatus", () => tester.Item.SubmitByOther("1.9.0"));

        var refused = await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"));

        Assert.StartsWith("Somebody else submitted 1.9.0 after 1.2.4 was uploaded", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("publish", tester.Store.Calls);
    }

    [Fact]
    public async Task Another_writer_just_before_publish_is_found_afterwards()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":publish", () => tester.Item.UploadByOther("1.9.0"));

        var refused = await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"));

        Assert.Equal(
            "1.2.4 was submitted, and the store shows 1.9.0 (waiting for review) instead: another package was uploaded in between. Look at the dashboard, and let one workflow at a time publish an item.", refused.Message);
    }

    [Fact]
    public async Task A_rollback_by_somebody_else_in_between_is_found()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":fetchStatus", () => { });
        tester.Store.Before(":fetchStatus", () => tester.Item.RollBackByOther("1.3.0"));

        Assert.StartsWith("Somebody else published 1.3.0 after 1.2.4 was uploaded", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_of_the_store_are_told_or_refuse_as_it_is_wished()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.Warnings.Add(("BROAD_HOSTS", "Broad <b>host</b> permissions\n::error::boom ##[add-path]/tmp"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4", order: new(BlockOnWarnings: true)));
        Assert.Contains("BROAD_HOSTS: Broad host permissions : :error: :boom # #[add-path]/tmp", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Mend what the store warns of, or leave --block-on-warnings out.", refused.Message, StringComparison.Ordinal);

        var outcome = await tester.PublishAsync("1.2.4");
        Assert.Equal(["BROAD_HOSTS: Broad host permissions : :error: :boom # #[add-path]/tmp"], outcome.Warnings);
    }

    [Fact]
    public async Task An_item_in_trouble_is_published_with_a_warning()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.TakenDown = true;

        Assert.Contains("taken this item down", Assert.Single((await tester.PublishAsync("1.2.4")).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_package_what_is_uploaded_is_submitted_and_what_is_staged_goes_live()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4", wish => wish with { Submit = false });
        Assert.Equal("1.2.4", tester.Item.Draft);

        Assert.Equal(("submitted", "1.2.4 is submitted, and is waiting for review."), ((await tester.SubmitAsync(order: new(Staged: true))) is var submitted ? submitted.Result : "", submitted.Sentence));
        Assert.Equal("skipped", (await tester.SubmitAsync()).Result);
        tester.Item.Approve();
        Assert.Equal("dry-run", (await tester.SubmitAsync("1.2.4", isDry: true)).Result);
        Assert.Equal(("published", "1.2.4 is published."), ((await tester.SubmitAsync("1.2.4")) is var live ? live.Result : "", live.Sentence));
    }

    [Fact]
    public async Task Without_a_draft_the_stores_words_are_told_even_where_they_are_few()
    {
        await using var tester = await StoreTester.StartAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.SubmitAsync());

        Assert.StartsWith("The store refused to publish (400 FAILED_PRECONDITION): Publish condition not met:", refused.Message, StringComparison.Ordinal);
        Assert.Contains("In the dashboard, look for what is missing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_taken_back_once()
    {
        await using var tester = await StoreTester.StartAsync();
        Assert.Equal("skipped", (await tester.CancelAsync()).Result);
        await tester.PublishAsync("1.2.4");

        Assert.Contains("nothing was taken back", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.CancelAsync("1.2.9"))).Message, StringComparison.Ordinal);
        Assert.Equal("dry-run", (await tester.CancelAsync(isDry: true)).Result);
        Assert.Equal(("cancelled", "1.2.4 is taken back."), ((await tester.CancelAsync("1.2.4")) is var taken ? taken.Result : "", taken.Sentence));
        Assert.Equal("skipped", (await tester.CancelAsync()).Result);
        Assert.Single(tester.Store.Calls, call => call == "cancelSubmission");
    }

    [Theory]
    [InlineData(":upload")]
    [InlineData(":publish")]
    public async Task A_write_whose_fate_is_not_known_is_looked_after_and_not_done_twice(string method)
    {
        foreach (var fault in new[] { StoreFault.DropAfter, StoreFault.Drop, new(503), new(502, Happens: true), new(429) })
        {
            await using var tester = await StoreTester.StartAsync();
            tester.Store.Fail(method, fault);

            Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
            Assert.Equal("1.2.4", tester.Item.SubmittedVersion);
            Assert.Single(tester.Store.Calls, call => call == "publish");
        }
    }
}

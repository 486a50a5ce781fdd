using Hotfix.Extension;
using Hotfix.Extension.Smoke;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Browser;

/// <summary>What the real browser shows of extensions in good and bad health.</summary>
public sealed class ShowingTests(SharedBrowser browser) : IClassFixture<SharedBrowser>
{
    [Fact]
    public async Task A_healthy_one_starts_and_opens_and_stores()
    {
        var seen = await browser.ShowAsync(Samples.Notes());

        Assert.Null(seen.Refusal);
        Assert.Equal(["worker", "popup", "options"], seen.Parts.Select(part => part.What));
        Assert.All(seen.Parts, part => Assert.True(part is { Failure: null, Errors.Count: 0, WasOffline: false }));
        Assert.Equal(["chrome.storage.local notes [{\"done\":false,\"text\":\"Buy milk\"}]", "localStorage theme \"light\"", "IndexedDB drawer/drafts 1"], seen.Stored!.Select(item => $"{item.Area} {item.Key} {item.Json}"));
    }

    [Fact]
    public async Task A_worker_that_throws()
    {
        var seen = await browser.ShowAsync(Samples.Notes("worker-throws"));

        Assert.Equal("was given up by the browser while it started", seen.Worker!.Failure);
        Assert.Equal(new SeenError("TypeError: Cannot read properties of undefined (reading 'get')", "worker.js:1"), OneLine(Assert.Single(seen.Worker.Errors)));
        Assert.All(seen.Pages, page => Assert.Null(page.Failure));
    }

    [Fact]
    public async Task A_worker_whose_script_is_lost()
    {
        var seen = await browser.ShowAsync(Samples.Notes("worker-lost"));

        Assert.NotNull(seen.Worker!.Failure);
        Assert.Contains("gone.js", seen.Worker.Errors[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_popup_that_complains()
    {
        var seen = await browser.ShowAsync(Samples.Notes("popup-complains"));
        var popup = seen.Pages[0];

        Assert.Null(popup.Failure);
        Assert.Equal([new("console.error: Cannot read Object", "popup.js:1"), new("Uncaught (in promise): Error: no notes", "popup.js:2")], popup.Errors.Select(OneLine));
        Assert.Empty(seen.Pages[1].Errors);
    }

    [Fact]
    public async Task A_rejection_that_somebody_handles_later_is_no_error()
    {
        var seen = await browser.ShowAsync(With("popup.js", "const late = Promise.reject(new Error('late')); setTimeout(() => late.catch(() => {}), 50);"));

        Assert.Empty(seen.Pages[0].Errors);
    }

    [Theory]
    [InlineData("console.assert(1 > 2, 'Odd');", "console.assert: Odd")]
    [InlineData("throw 'words';", "words")]
    [InlineData("new Image().src = 'gone.png';", "net::ERR_FILE_NOT_FOUND")]
    [InlineData("chrome.runtime.sendMessage({ kind: 'nobody listens' }, () => {});", "Unchecked runtime.lastError")]
    [InlineData("eval('1');", "EvalError")]
    [InlineData("alert('Hello'); missing();", "missing is not defined")]
    [InlineData("console.error('\\ud800');", "console.error: ")]
    public async Task Everything_the_browser_calls_an_error_is_one(string script, string said) =>
        Assert.Contains(said, Assert.Single((await browser.ShowAsync(With("popup.js", script))).Pages[0].Errors).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Of_many_errors_some_are_kept_and_the_rest_counted()
    {
        var popup = (await browser.ShowAsync(With("popup.js", "for (let i = 0; i < 100; i++) { console.error(i); }"))).Pages[0];

        Assert.Equal((20, 80), (popup.Errors.Count, popup.Unlisted));
    }

    [Fact]
    public async Task A_popup_that_closes_itself_or_goes_elsewhere_is_none_the_worse()
    {
        Assert.Null((await browser.ShowAsync(With("popup.js", "window.close();"))).Pages[0].Failure);
        Assert.Null((await browser.ShowAsync(With("popup.js", "location.href = 'options.html';"))).Pages[0].Failure);
    }

    [Fact]
    public async Task A_popup_that_is_not_there()
    {
        var seen = await browser.ShowAsync(Samples.Notes("popup-missing"));

        Assert.Equal("is not in the package", seen.Pages[0].Failure);
        Assert.Null(seen.Pages[1].Failure);
    }

    [Fact]
    public async Task An_options_page_that_is_not_there_is_refused_by_the_browser_itself()
    {
        var seen = await browser.ShowAsync(Samples.Notes("options-missing"));

        Assert.Equal("Could not load options page 'settings.html'.", seen.Refusal);
        Assert.Empty(seen.Parts);
    }

    [Fact]
    public async Task What_the_network_did_not_answer_is_told_apart()
    {
        var popup = (await browser.ShowAsync(With("popup.js", "fetch('https://example.com/').catch(() => {});"))).Pages[0];

        Assert.True(popup.WasOffline);
        Assert.Empty(popup.Errors);
    }

    [Fact]
    public async Task The_second_release_is_an_update_of_the_first_whatever_their_keys()
    {
        const string worker = "chrome.runtime.onInstalled.addListener(async ({ reason, previousVersion }) => { await chrome.storage.local.set({ [reason]: previousVersion ?? 'none' }); });";
        var now = Samples.Notes("storage-unread").Files.Where(file => file.Path is not ("worker.js" or "manifest.json"));
        var manifest = $$"""{ "manifest_version": 3, "name": "Notes", "version": "1.1", "key": "{{Key}}", "background": { "service_worker": "worker.js" }, "permissions": ["storage"] }""";
        var (_, seen) = await browser.UpdateAsync(With("worker.js", worker), new([.. now, Files.Text("worker.js", worker), Files.Text("manifest.json", manifest)]));

        Assert.Equal(["install none", "update 1.0.0"], seen.Stored!.Where(item => item.Area == "chrome.storage.local").Select(item => $"{item.Key} {item.Json.Trim('"')}"));
    }

    [Theory]
    [InlineData("storage-renamed", "notes in chrome.storage.local is gone")]
    [InlineData("storage-cleared", "notes in chrome.storage.local is empty now, drawer/drafts in IndexedDB is gone")]
    [InlineData("storage-unread", "notes in chrome.storage.local is there, but no file of this release names it")]
    [InlineData("storage-migrated", null)]
    public async Task An_update_that_loses_what_was_stored(string what, string? lost)
    {
        var (before, after) = (Samples.Notes(), Samples.Notes(what));
        var (last, now) = await browser.UpdateAsync(before, after);
        var check = StorageUpkeep.Check(before, after, last.Stored!, now.Stored!, []);

        Assert.Equal(lost is null, check.Passed);
        Assert.Contains(lost ?? "is lost", check.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_store_put_into_a_package_is_not_shown_to_the_browser() =>
        Assert.Null((await browser.ShowAsync(With("_metadata/verified_contents.json", "[]"))).Refusal);

    private static string Key => Convert.ToBase64String(Hotfix.Extension.Crx.SigningKey.FromPem(Golden.Pem)[0].PublicKey.Span);

    private static ExtensionPackage With(string path, string text) => new([.. Samples.Notes().Files.Where(file => file.Path != path), Files.Text(path, text)]);

    private static SeenError OneLine(SeenError error) => error with { Text = error.Text.Split('\n')[0] };
}

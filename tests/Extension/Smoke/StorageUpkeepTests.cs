using Hotfix.Extension;
using Hotfix.Extension.Smoke;
using Hotfix.Tests.Extension.Lint;

namespace Hotfix.Tests.Extension.Smoke;

/// <summary>What becomes of stored data with an update, and what of it is a loss.</summary>
public sealed class StorageUpkeepTests
{
    private const string Local = "chrome.storage.local";
    private static readonly StoredItem Notes = new(Local, "notes", """[{"text":"Buy milk"}]""");
    private static readonly ExtensionPackage Naming = Sample.With("", "a.js=get('notes', 'theme', 'drawer', 'drafts')");

    [Fact]
    public void The_same_or_changed_is_no_loss()
    {
        Assert.True(Check([Notes], [Notes]).Passed);
        Assert.True(Check([Notes], [Notes with { Json = "[1]" }]).Passed);
        Assert.True(Check([Notes with { Json = "[]" }], [Notes with { Json = "[]" }]).Passed);
    }

    [Fact]
    public void Gone_or_emptied_is()
    {
        Assert.Equal("What the last release stored cannot be read any more: notes in chrome.storage.local is gone.", Failure([Notes], []));
        Assert.Equal("What the last release stored cannot be read any more: notes in chrome.storage.local is empty now.", Failure([Notes], [Notes with { Json = "[]" }]));
        Assert.EndsWith("drawer/drafts in IndexedDB is empty now.", Failure([new(StoredItem.IndexedDb, "drawer/drafts", "2")], [new(StoredItem.IndexedDb, "drawer/drafts", "0")]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_read_the_same_do_no_harm()
    {
        StoredItem one = new(StoredItem.IndexedDb, "drawer/a/b", "2");

        Assert.True(Check([one, one with { Json = "0" }], [one with { Json = "0" }, one]).Passed);
    }

    [Fact]
    public void An_area_is_not_another()
    {
        Assert.False(Check([Notes], [Notes with { Area = "localStorage", Json = "1" }]).Passed);
    }

    [Fact]
    public void Moved_to_a_new_key_is_a_migration()
    {
        Assert.True(Check([Notes], [new(Local, "memos", $$"""{"schema":2,"all":{{Notes.Json}}}""")]).Passed);
        Assert.True(Check([Notes], [Notes, new(Local, "memos", Notes.Json)], Sample.With("", "a.js=get('memos')")).Passed);
    }

    [Fact]
    public void A_value_that_others_have_by_chance_is_no_migration() => Assert.False(Check([new(Local, "open", "1")], [new(Local, "size", "1024")]).Passed);

    [Theory]
    [InlineData("a.js=get('memos')", false)]
    [InlineData("a.js=get('notesOfMine', 'my_notes', 'größnotes')", false)]
    [InlineData("picture.png=notes", false)]
    [InlineData("a.js=get('notes')", true)]
    [InlineData("a.mjs={notes:1}", true)]
    [InlineData("page.html=<p data-key=notes>", true)]
    public void A_key_that_no_file_names_any_more_is_not_read(string file, bool read) => Assert.Equal(read, Check([Notes], [Notes], Sample.With("", file)).Passed);

    [Fact]
    public void A_key_that_was_never_named_is_not_judged_so() => Assert.True(Check([Notes with { Key = "user-17" }], [Notes with { Key = "user-17" }], Sample.With()).Passed);

    [Fact]
    public void What_is_dropped_on_purpose_is_no_loss() => Assert.True(StorageUpkeep.Check(Naming, Naming, [Notes], [], ["notes"]).Passed);

    [Fact]
    public void Keys_are_told_safely_and_not_all_of_them()
    {
        var many = Enumerable.Range(1, 7).Select(number => Notes with { Key = $"::error::{number}\n" }).ToList();

        Assert.Equal(
            "What the last release stored cannot be read any more: "
            + string.Join(", ", Enumerable.Range(1, 5).Select(number => $": :error: :{number} in chrome.storage.local is gone")) + " and 2 more.",
            Failure(many, []));
    }

    [Fact]
    public void Nothing_to_compare_is_said() => Assert.Equal("The last release stores nothing when it starts, so there was nothing to compare.", Check([], [Notes]).Summary);

    private static string Failure(IReadOnlyList<StoredItem> before, IReadOnlyList<StoredItem> after) => Check(before, after) is { Passed: false } check ? check.Summary : "passed";

    private static SmokeCheck Check(IReadOnlyList<StoredItem> before, IReadOnlyList<StoredItem> after, ExtensionPackage? now = null) => StorageUpkeep.Check(Naming, now ?? Naming, before, after, []);
}

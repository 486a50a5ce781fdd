using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Storage;

/// <summary>What breaks a limit is refused with a sentence, before anything is written.</summary>
public abstract partial class DocumentsContract
{
    [Theory]
    [InlineData("o'brien")]
    [InlineData("100%")]
    [InlineData("a+b&c=d")]
    [InlineData("a:b|c,d;e")]
    [InlineData("\"quoted\" <tag>")]
    [InlineData(" leading and trailing ")]
    [InlineData("'; DROP TABLE documents; --")]
    [InlineData("größe 語")]
    [InlineData("..")]
    public async Task Takes_any_other_character_in_a_key(string key)
    {
        Assert.IsType<BatchOutcome.Written>(await Documents.WriteAsync(key, [new Insert(key, Bytes("body"))], Token));

        Assert.Equal("body", Text((await Documents.FindAsync(key, key, Token))!));
        Assert.Equal(key, Assert.Single(await Documents.QueryAsync(key, RowRange.Prefix(key), 2, Token)).Row);
    }

    [Fact]
    public async Task Takes_the_longest_key()
    {
        var key = new string('語', DocumentLimits.MaxKeyCharacters);

        Assert.IsType<BatchOutcome.Written>(await Documents.WriteAsync(key, [new Insert(key, Bytes(""))], Token));

        Assert.Equal(key, (await Documents.FindAsync(key, key, Token))!.Row);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u007fb")]
    [InlineData("a\u009fb")]
    [InlineData("a\uffff")]
    [InlineData("a😀")]
    [InlineData("")]
    public async Task Refuses_a_key_that_not_every_engine_takes(string key)
    {
        var sentence = key is ""
            ? "key has 1 to 512 characters; this one has 0."
            : $"key holds no '/', '\\', '#', '?', control character or character above U+FFFE; '{key}' does.";

        await RefusesAsync($"A partition {sentence}", () => Documents.WriteAsync(key, [new Set("row", Bytes(""))], Token));
        await RefusesAsync($"A partition {sentence}", () => Documents.FindAsync(key, "row", Token));
        await RefusesAsync($"A partition {sentence}", () => Documents.QueryAsync(key, RowRange.Prefix(""), 1, Token));
        await RefusesAsync($"A row {sentence}", () => Documents.WriteAsync("partition", [new Set(key, Bytes(""))], Token));
        await RefusesAsync($"A row {sentence}", () => Documents.FindAsync("partition", key, Token));
    }

    [Fact]
    public Task Refuses_half_a_surrogate_pair_in_a_key() => Assert.ThrowsAsync<ArgumentException>(() => Documents.FindAsync("partition", "a" + '\ud83d', Token));

    [Fact]
    public Task Refuses_a_key_that_is_too_long() =>
        RefusesAsync("A row key has 1 to 512 characters; this one has 513.", () => Documents.FindAsync("partition", new string('k', 513), Token));

    [Fact]
    public Task Refuses_a_body_that_is_too_large() =>
        RefusesAsync("A document holds at most 983040 bytes; 'row' has 983041.", new Set("row", new byte[DocumentLimits.MaxBodyBytes + 1]));

    [Fact]
    public Task Refuses_a_batch_that_is_too_large() =>
        RefusesAsync(
            "A batch holds at most 2097152 bytes; this one has 2400000.",
            new Set("a", new byte[800_000]), new Set("b", new byte[800_000]), new Set("c", new byte[800_000]));

    [Fact]
    public Task Refuses_a_batch_of_nothing() => RefusesAsync("A batch holds 1 to 100 writes; this one holds 0.");

    [Fact]
    public Task Refuses_a_batch_of_too_many_writes() =>
        RefusesAsync("A batch holds 1 to 100 writes; this one holds 101.", [.. Enumerable.Range(0, 101).Select(row => new Set($"{row}", Bytes("")))]);

    [Fact]
    public Task Refuses_a_batch_that_names_a_row_twice() =>
        RefusesAsync("A batch names a row once; 'row' is named twice.", new Set("row", Bytes("")), new Delete("row", null));

    [Fact]
    public async Task Takes_a_batch_at_its_limits()
    {
        var body = new byte[DocumentLimits.MaxBatchBytes / DocumentLimits.MaxBatchWrites];

        var outcome = await Documents.WriteAsync("partition", [.. Enumerable.Range(0, 100).Select(row => new Set($"{row}", body))], Token);

        Assert.Equal(100, Assert.IsType<BatchOutcome.Written>(outcome).ETags.Count);
    }

    private async Task RefusesAsync(string sentence, params DocumentWrite[] writes)
    {
        await RefusesAsync(sentence, () => Documents.WriteAsync("partition", writes, Token));

        Assert.Empty(await Documents.QueryAsync("partition", RowRange.Prefix(""), 1, Token));
    }

    private static async Task RefusesAsync(string sentence, Func<Task> use) =>
        Assert.StartsWith(sentence, (await Assert.ThrowsAsync<ArgumentException>(use)).Message, StringComparison.Ordinal);
}

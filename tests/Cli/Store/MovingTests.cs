using System.Text;
using Hotfix.Handlers;
using Hotfix.Ports;
using Hotfix.Sandbox;
using Hotfix.Storage.Sqlite;
using Hotfix.Tests.Support;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Cli.Store;

/// <summary><c>hotfix store</c>, as a process: from the file to the account and back, with nothing lost on the way; and what it says when something is wrong.</summary>
[Collection(Azurite.Clock)]
public sealed class MovingTests(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-move-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Export => Path.Combine(folder.FullName, "export.ndjson");

    private string Source => Path.Combine(folder.FullName, "source.db");

    [Fact]
    public async Task Everything_moves_to_the_account_and_back_and_what_was_waiting_is_handled_there()
    {
        await using var github = await SandboxGitHub.StartAsync(new() { App = SandboxApp.Create() }, Cancellation);
        var issue = await FillAsync(github);
        var account = $"azure:{await azurite.AccountAsync()}";
        var (back, again) = (Path.Combine(folder.FullName, "back.db"), Path.Combine(folder.FullName, "again.ndjson"));

        var (exported, text, _) = await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        Assert.Equal(0, exported);
        Assert.Matches(@"export\.ndjson: [0-9,]+ documents in [0-9,]+ partitions, [0-9,]+ bytes; sha256 [0-9a-f]{64}\.", text);

        var imported = await RunAsync(account, "import", Export, "--to", "env:MOVED");
        Assert.Equal((0, ""), (imported.ExitCode, imported.Error));
        Assert.Contains("The store holds what the export does.\n1 keys have deliveries waiting", imported.Output, StringComparison.Ordinal);
        Assert.Equal((0, "The same 350 documents on both sides.\n"), Short(await RunAsync(account, "check", Export, "--to", "env:MOVED")));
        Assert.Equal((0, "The same 350 documents on both sides.\n"), Short(await RunAsync(account, "check", "--from", $"sqlite:{Source}", "--to", "env:MOVED")));

        Assert.Equal(0, (await RunAsync(account, "export", again, "--from", "env:MOVED")).ExitCode);
        Assert.Equal(0, (await RunAsync(null, "import", again, "--to", $"sqlite:{back}")).ExitCode);
        Assert.Equal((0, "The same 350 documents on both sides.\n"), Short(await RunAsync(null, "check", Export, "--to", $"sqlite:{back}")));
        Assert.Equal((await File.ReadAllLinesAsync(Export, Cancellation))[1..], (await File.ReadAllLinesAsync(again, Cancellation))[1..]);

        await using var hotfix = await HotfixProcess.StartAsync(github, account, Cancellation);
        await github.WaitUntilAsync(_ => issue.Cards().Any(), Cancellation);
        Assert.Contains("severity: P0", issue.LabelNames());
        Assert.Single(issue.Cards());
    }

    [Fact]
    public async Task An_export_that_was_cut_short_anywhere_goes_on_where_it_stopped()
    {
        await FillAsync(null);
        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        var whole = await File.ReadAllBytesAsync(Export, Cancellation);

        foreach (var length in new[] { 0, 10, whole.Length / 3, whole.Length - 20 })
        {
            await File.WriteAllBytesAsync(Export, whole[..length], Cancellation);
            Assert.Equal(1, length == 0 ? 1 : (await RunAsync(null, "import", Export, "--to", $"sqlite:{Path.Combine(folder.FullName, $"{length}.db")}")).ExitCode);

            var (exitCode, said, error) = await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");

            Assert.Equal((0, ""), (exitCode, error));
            Assert.Equal(Lines(whole), Lines(await File.ReadAllBytesAsync(Export, Cancellation)));
            Assert.Equal(length > whole.Length / 4, said.Contains(" of them were in it before.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_export_that_was_cut_short_does_not_go_on_in_a_store_that_has_changed()
    {
        await FillAsync(null);
        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        var whole = await File.ReadAllBytesAsync(Export, Cancellation);
        await File.WriteAllBytesAsync(Export, whole[..(whole.Length / 2)], Cancellation);
        var line = ((await File.ReadAllLinesAsync(Export, Cancellation))[1]).Split('"');
        await WriteAsync(Source, line[3], new Set(line[7], "changed"u8.ToArray()));

        var (exitCode, _, error) = await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");

        Assert.Equal((1, $"The store has changed since '{Export}' was begun: what is in it and what would follow do not belong together. Remove the file and export anew.\n"), (exitCode, error));
        Assert.Equal(whole.Length / 2, new FileInfo(Export).Length);
    }

    [Fact]
    public async Task An_export_is_for_the_user_s_eyes_only()
    {
        await FillAsync(null);

        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Export) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task An_import_that_was_cut_short_goes_on_and_writes_only_what_is_missing()
    {
        await FillAsync(null);
        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        var target = Path.Combine(folder.FullName, "target.db");

        using (var half = SqliteStore.Open(target, TimeProvider.System))
        {
            using var source = SqliteStore.Open(Source, TimeProvider.System);
            var at = 0;

            // Batches are on their way side by side: what is there is no beginning of what is to come
            await foreach (var placed in source.Documents.ScanAsync(DocumentPlace.Start, Cancellation))
            {
                if (at++ % 3 > 0 && placed.Document.Row != Rows.Lease)
                {
                    await half.Documents.WriteAsync(placed.Partition, [new Insert(placed.Document.Row, placed.Document.Body)], Cancellation);
                }
            }
        }

        var (exitCode, said, error) = await RunAsync(null, "import", Export, "--to", $"sqlite:{target}");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches("345 documents in .*; 2[23][0-9] of them were there before. The store holds what the export does.", said);
        Assert.Equal(0, (await RunAsync(null, "check", Export, "--to", $"sqlite:{target}")).ExitCode);
        Assert.Contains("345 of them were there before", (await RunAsync(null, "import", Export, "--to", $"sqlite:{target}")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_holds_something_else_is_left_as_it_is()
    {
        await FillAsync(null);
        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        var target = Path.Combine(folder.FullName, "target.db");
        await WriteAsync(target, "partition 3", new Set("row 07", "something else"u8.ToArray()));

        var (exitCode, _, error) = await RunAsync(null, "import", Export, "--to", $"sqlite:{target}");

        Assert.Equal((1, "The store is not empty: it holds 'row 07' of 'partition 3' otherwise than the export. An import goes into an empty store, or goes on in one where an import of the same export was interrupted. Nothing was written.\n"), (exitCode, error));
        using var store = SqliteStore.Open(target, TimeProvider.System);
        Assert.Single(await store.Documents.ScanAsync(DocumentPlace.Start, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task What_differs_is_said_by_partition()
    {
        await FillAsync(null);
        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        await WriteAsync(Source, "partition 1", new Set("row 03", "changed"u8.ToArray()), new Set("row 99", "more"u8.ToArray()), new Delete("row 00", null));

        var (exitCode, said, _) = await RunAsync(null, "check", Export, "--to", $"sqlite:{Source}");
        var (_, json, _) = await RunAsync(null, "check", Export, "--to", $"sqlite:{Source}", "--json");

        Assert.Equal((1, "partition 1: 1 only in the first, 1 only in the second, 1 not the same\n1 partitions differ: 345 documents in the export, 345 in the store.\n"), (exitCode, said));
        Assert.Equal("{\"partition\":\"partition 1\",\"onlyFirst\":1,\"onlySecond\":1,\"changed\":1}\n", json);
    }

    [Fact]
    public async Task A_store_in_which_somebody_works_is_exported_only_when_that_is_meant()
    {
        await FillAsync(null);
        await WriteAsync(Source, "issue-1-7", new Set(Rows.Lease, StateJson.Write(new LeaseHolder("somebody", DateTimeOffset.UtcNow.AddMinutes(5)), StateJson.Default.LeaseHolder)));

        var (exitCode, _, error) = await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");

        Assert.Equal((1, "Somebody is at work in the store (the lease of 'issue-1-7' is held): stop Hotfix and export then. With --live it is exported all the same, and what changes meanwhile may be in it or not. Nothing was kept.\n"), (exitCode, error));
        Assert.False(File.Exists(Export));
        Assert.Equal(0, (await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}", "--live")).ExitCode);
        Assert.DoesNotContain("\"row\":\"lease\"", await File.ReadAllTextAsync(Export, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a damaged byte", "'EXPORT' is damaged: its line 200 does not hold what its digest is of; make the export anew.")]
    [InlineData("no JSON", "'EXPORT' is damaged: its line 200 is no line of an export; make the export anew.")]
    [InlineData("a line is gone", "'EXPORT' is damaged: it holds 344 documents where its last line says 345, or others; make the export anew.")]
    [InlineData("a line is moved", "'EXPORT' is damaged: its line 201 is not in its place; make the export anew.")]
    [InlineData("cut short", "'EXPORT' is cut short after 199 documents: run the same export again, it goes on where it stopped.")]
    [InlineData("another file", "'EXPORT' is no export: it does not begin like one that `hotfix store export` writes.")]
    [InlineData("newer", "'EXPORT' is damaged: its line 1 was written by another version of Hotfix than this one reads; make the export anew.")]
    public async Task An_export_that_is_wrong_is_refused_before_anything_is_written(string wrong, string sentence)
    {
        await FillAsync(null);
        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        var lines = (await File.ReadAllLinesAsync(Export, Cancellation)).ToList();

        switch (wrong)
        {
            case "a damaged byte":
                lines[199] = lines[199].Replace("body", "bods", StringComparison.Ordinal);
                break;
            case "no JSON":
                lines[199] = lines[199][1..];
                break;
            case "a line is gone":
                lines.RemoveAt(199);
                break;
            case "a line is moved":
                lines.Insert(199, lines[298]);
                lines.RemoveAt(299);
                break;
            case "cut short":
                lines = lines[..200];
                break;
            case "another file":
                lines[0] = "id,title";
                break;
            case "newer":
                lines[0] = lines[0].Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal);
                break;
        }

        await File.WriteAllLinesAsync(Export, lines, Cancellation);
        var target = Path.Combine(folder.FullName, "target.db");

        var (exitCode, _, error) = await RunAsync(null, "import", Export, "--to", $"sqlite:{target}");

        Assert.Equal((1, sentence.Replace("EXPORT", Export, StringComparison.Ordinal) + "\n"), (exitCode, error));
        using var store = SqliteStore.Open(target, TimeProvider.System);
        Assert.Empty(await store.Documents.ScanAsync(DocumentPlace.Start, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_asked_wrongly_gets_one_sentence()
    {
        await FillAsync(null);
        await RunAsync(null, "export", Export, "--from", $"sqlite:{Source}");
        var nowhere = Path.Combine(folder.FullName, "nowhere.db");

        await RefusesAsync($"'{Export}' is a whole export already, of 345 documents: choose another name, or remove it.", "export", Export, "--from", $"sqlite:{Source}");
        await RefusesAsync($"'{Source}' is no export: it does not begin like one that `hotfix store export` writes.", "export", Source, "--from", "env:SOURCE");
        await RefusesAsync($"There is no store at '{nowhere}': --from names the one that is meant, like --from sqlite:hotfix.db; without it HOTFIX_STORE does.", "export", Export, "--from", $"sqlite:{nowhere}");
        await RefusesAsync("There is no export 'bogus.ndjson'.", "import", "bogus.ndjson", "--to", $"sqlite:{nowhere}");
        Assert.False(File.Exists(nowhere));
        await RefusesAsync("--to names the variable 'BOGUS', which is not set: it holds the address of a store, as HOTFIX_STORE does.", "import", Export, "--to", "env:BOGUS");
        await RefusesAsync("--to names no store: it is sqlite: and the path of a file, like sqlite:hotfix.db, or azure: and a storage account's connection string or the address of its tables.", "import", Export, "--to", "postgres:x");
        await RefusesAsync(
            "--to holds a key, and everybody on this machine can read a program's arguments: put the address into a variable and name that, like --to env:HOTFIX_STORE_TO; and as this key was seen, replace it.",
            "import", Export, "--to", "azure:AccountName=account;AccountKey=c2VjcmV0");
        await RefusesAsync("Say what to compare with: an export, `hotfix store check <file>`, or a store, `hotfix store check --from <store>`; one of them.", "check", "--to", $"sqlite:{Source}");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string[] Lines(byte[] export) => Encoding.UTF8.GetString(export).Split('\n')[1..];

    private static (int ExitCode, string Output) Short((int ExitCode, string Output, string Error) ran) => (ran.ExitCode, ran.Output);

    private static async Task WriteAsync(string file, string partition, params DocumentWrite[] writes)
    {
        using var store = SqliteStore.Open(file, TimeProvider.System);
        Assert.IsType<BatchOutcome.Written>(await store.Documents.WriteAsync(partition, writes, Cancellation));
    }

    private async Task RefusesAsync(string sentence, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync($"sqlite:{Source}", arguments);

        Assert.Equal((1, "", sentence + "\n"), (exitCode, output, error));
    }

    /// <summary>Three hundred and some documents of every kind, a lease that ended, and with a sandbox one report that waits to be handled.</summary>
    private async Task<SandboxIssue> FillAsync(SandboxGitHub? github)
    {
        using var store = SqliteStore.Open(Source, TimeProvider.System);
        var documents = store.Documents;

        for (var partition = 0; partition < 4; partition++)
        {
            DocumentWrite[] writes = [.. Enumerable.Range(0, 84).Select(row => new Insert($"row {row:D2}", Encoding.UTF8.GetBytes($"{{\"body\":\"{partition} {row} größe 語 😀 \\n\"}}")))];
            await documents.WriteAsync($"partition {partition}", writes, Cancellation);
        }

        await documents.WriteAsync("größe o'brien", [new Insert("bytes", new byte[] { 0, 255, 254, 10, 13 }), new Insert("empty", default), new Insert("text", "\ufefftext\r\n\u0001"u8.ToArray())], Cancellation);
        await documents.WriteAsync("large", [new Insert("bytes", Enumerable.Range(0, DocumentLimits.MaxBodyBytes).Select(index => (byte)(index * 31)).ToArray())], Cancellation);
        await documents.WriteAsync("large", [new Insert("text", Encoding.UTF8.GetBytes(new string('\u0001', DocumentLimits.MaxBodyBytes)))], Cancellation);
        await documents.WriteAsync("many", [.. Enumerable.Range(0, 3).Select(row => new Insert($"{row}", Encoding.UTF8.GetBytes(new string('x', 600_000))))], Cancellation);
        await documents.WriteAsync("probe", [new Insert("ready", default)], Cancellation);
        await documents.WriteAsync("issue-1-5", [new Insert("hotfix", "{}"u8.ToArray()), new Insert(Rows.Lease, StateJson.Write(new LeaseHolder("somebody who died", DateTimeOffset.UtcNow.AddMinutes(-1)), StateJson.Default.LeaseHolder))], Cancellation);

        if (github is null)
        {
            return null!;
        }

        var repository = github.AddRepository("acme", "extension");
        var (issue, delivery) = repository.File("The extension crashes for all users", "Since the update.");
        var key = $"issue-{repository.Id}-{issue.Number}";
        await new Inbox(documents, store.Queue("doorbells"), new(documents), TimeProvider.System).ReceiveAsync(new(delivery.Id, delivery.Event, key, "acme/extension", false, delivery.Payload), Cancellation);

        return issue;
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string? moved, params string[] arguments) =>
        HotfixProcess.RunAsync(new Dictionary<string, string> { ["MOVED"] = moved ?? "", ["SOURCE"] = $"sqlite:{Source}" }, Cancellation, ["store", .. arguments]);
}

using System.Text;
using System.Text.Json;
using Hotfix.Cli.Commands;
using Hotfix.Commands.Reading;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli;

/// <summary><c>hotfix commands</c>: what it says of a comment, and of what is none.</summary>
public sealed class CommandsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-commands-");

    [Fact]
    public async Task Every_line_is_told_with_its_number()
    {
        var path = Write("Please:\n/hotfix\n\n> /hotfix no\n\n/hotfix\u001b[2J frobnicate\n/hotfix frobnicate\u001b[2J\n");

        Assert.Equal(
            (1, $"{path}:2: runs: /hotfix\n{path}:7: refused: /hotfix frobnicate\\u001b[2J\n    There is no command `frobnicate [2J`; `/hotfix help` lists those there are.\n", ""),
            await RunAsync(path));
        Assert.Equal((0, $"{path}: no commands.\n", ""), await RunAsync(Overwrite(path, "Nothing to see.")));
    }

    [Fact]
    public async Task Json_has_them_all()
    {
        var (exitCode, output, error) = await RunAsync(Write("\ufeff/hotfix -- \"please\"\r\n/hotfix frobnicate\r\n"), "--json");

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Equal(
            """{"commands":[{"line":1,"text":"/hotfix -- \"please\"","verb":"help","arguments":[],"flags":{},"refusal":null},"""
            + """{"line":2,"text":"/hotfix frobnicate","verb":null,"arguments":[],"flags":{},"refusal":"There is no command `frobnicate`; `/hotfix help` lists those there are."}]}"""
            + "\n",
            output);
        Assert.Equal((0, "{\"commands\":[]}\n", ""), await RunAsync(Write("Nothing to see."), "--json"));
    }

    [Fact]
    public void Json_of_a_command_has_its_arguments_and_flags()
    {
        var rows = CommandRow.Of(CommandLines.Of("/hotfix SEVERITY p1 --reason all users"), SampleVerbs.All);

        Assert.Equal(
            """{"commands":[{"line":1,"text":"/hotfix SEVERITY p1 --reason all users","verb":"severity","arguments":["P1"],"flags":{"reason":"all users"},"refusal":null}]}""",
            JsonSerializer.Serialize(new CommandRows(rows), CommandsJson.Relaxed.CommandRows));
    }

    [Fact]
    public async Task After_an_edit_only_what_is_new_runs()
    {
        var (before, after) = (Write("/hotfix\n"), Write("/hotfix\n/hotfix help me\n"));

        Assert.Equal(2, Assert.Single(Parse((await RunAsync(after, "--before", before, "--json")).Output)).GetProperty("line").GetInt32());
        Assert.Equal((0, $"{before}: no commands.\n", ""), await RunAsync(before, "--before", after));
    }

    [Fact]
    public async Task The_surplus_is_listed_and_refused()
    {
        var rows = Parse((await RunAsync(Write(string.Concat(Enumerable.Repeat("/hotfix\n", 22))), "--json")).Output);

        Assert.Equal(22, rows.Count);
        Assert.All(rows.Take(20), row => Assert.Equal("help", row.GetProperty("verb").GetString()));
        Assert.All(rows.Skip(20), row => Assert.StartsWith("A comment has at most 20 commands: ", row.GetProperty("refusal").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Standard_input_is_a_comment_too()
    {
        Assert.Equal((0, "standard input:1: runs: /hotfix\n", ""), await HotfixProcess.RunAsync(new Dictionary<string, string>(), "/hotfix\n", Cancellation, "commands", "-"));
        Assert.Equal((1, "", "Standard input holds one comment: give the other one as a file.\n"), await RunAsync("-", "--before", "-"));
    }

    [Fact]
    public async Task What_is_no_comment_gets_a_sentence()
    {
        var bytes = Write("");
        await File.WriteAllBytesAsync(bytes, [.. Encoding.UTF8.GetBytes("/hotfix "), 0xff, 0xfe], Cancellation);

        Assert.Equal((1, "", $"'{folder.FullName}' is a folder: this takes a file with a comment.\n"), await RunAsync(folder.FullName));
        Assert.Equal((1, "", $"'{bytes}' is no text in UTF-8: the byte at 8 does not fit.\n"), await RunAsync(bytes));
        Assert.StartsWith("'nowhere.md' cannot be read: ", (await RunAsync("nowhere.md")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_as_long_as_GitHub_takes_it()
    {
        var (fits, tooLong, farTooLong) = (Write(Repeat("🔥", 65_536)), Write(Repeat("x", 65_537)), Write(Repeat("🔥", 70_000)));

        Assert.Equal((0, $"{fits}: no commands.\n", ""), await RunAsync(fits));
        Assert.Equal((1, "", $"'{tooLong}' is too long: a comment has at most 65,536 characters.\n"), await RunAsync(tooLong));
        Assert.Equal((1, "", $"'{farTooLong}' is too long: a comment has at most 65,536 characters.\n"), await RunAsync(farTooLong));

        static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => HotfixProcess.RunAsync(new Dictionary<string, string>(), Cancellation, ["commands", .. arguments]);

    private static List<JsonElement> Parse(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("commands").EnumerateArray()];

    private string Write(string comment) => Overwrite(Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.md"), comment);

    private static string Overwrite(string path, string comment)
    {
        File.WriteAllText(path, comment);

        return path;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Cli.Extension;
using Hotfix.Domain;
using Hotfix.Extension;
using Hotfix.Releases;

namespace Hotfix.Cli.Release;

/// <summary><c>hotfix release complete</c>: a release with these files, from wherever the last try left it: drafted, filled, published, each once.</summary>
internal static partial class CompleteVerb
{
    private static readonly Argument<string[]> Files = new("files") { Description = "The files it is to have, the package first.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Tag = new("--tag") { Description = "Its tag, which publishing makes where there is none.", HelpName = "tag", Required = true };
    private static readonly Option<string> Commit = new("--commit") { Description = "The commit of the tag; else GITHUB_SHA.", HelpName = "sha" };
    private static readonly Option<bool> Prerelease = new("--prerelease") { Description = "Make it a pre-release. Without this, one that is there becomes a release." };
    private static readonly Option<string> Changes = new("--changelog") { Description = "A list of changes whose entry of the version a new release's text begins with; the files' digests follow.", HelpName = "file" };
    private static readonly Option<string> Version = new("--version") { Description = "The version of that entry.", HelpName = "version" };
    private static readonly Option<string> Others = new("--others") { Description = "A file to write the tags of releases to that hold another package of this name, a line each.", HelpName = "file" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be done." };
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var dryRun = arguments.GetValue(DryRun);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);

        foreach (var path in arguments.GetRequiredValue(Files))
        {
            var name = Path.GetFileName(path);

            if (!AssetName().IsMatch(name) || !files.TryAdd(name, await InputFile.ReadAsync(path, cancellationToken)))
            {
                throw new InputException($"'{Shown.Of(name)}' cannot be a file of a release: names are letters, digits, dots, hyphens and underscores (GitHub renames others), each once.");
            }
        }

        var wanted = new WantedRelease(arguments.GetRequiredValue(Tag), CommitOf(arguments), arguments.GetValue(Prerelease), [.. files.Select(file => new WantedFile(file.Key, file.Value.Length, Shared.Sha256(file.Value)))]);
        var notes = await NotesAsync(arguments, cancellationToken);
        using var desk = RunAccess.Desk(writes: !dryRun);
        var line = await new Completing(desk, wanted, files, notes + Digests(wanted)).RunAsync(dryRun, cancellationToken);

        if (arguments.GetValue(Others) is { } others)
        {
            await File.WriteAllTextAsync(others, string.Concat(line.Others.Select(tag => $"{tag}\n")), cancellationToken);
        }

        await Console.Out.WriteLineAsync(arguments.GetValue(Json) ? JsonSerializer.Serialize(line, ReleaseLines.Readable.ReleaseLine) : Text(line));

        return 0;
    }

    private static async Task<string> NotesAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        arguments.GetValue(Changes) is { } file && arguments.GetValue(Version) is { } version && Changelog.Entry(Encoding.UTF8.GetString(await InputFile.ReadAsync(file, cancellationToken)), version) is { } entry ? $"{entry}\n\n" : "";

    private static string CommitOf(ParseResult arguments) =>
        (arguments.GetValue(Commit) ?? Environment.GetEnvironmentVariable("GITHUB_SHA")) is { Length: 40 } commit && commit.All(char.IsAsciiHexDigitLower)
            ? commit
            : throw new InputException("Which commit is released is not known: it is 40 hexadecimal digits, by --commit or GITHUB_SHA.");

    private static string Digests(WantedRelease wanted) => string.Join(
        '\n',
        ["| file | bytes | sha256 |", "| --- | ---: | --- |", .. wanted.Files.Select(file => string.Create(CultureInfo.InvariantCulture, $"| {file.Name} | {file.Bytes} | `{file.Sha256}` |"))]);

    private static string Text(ReleaseLine line)
    {
        var done = line.DryRun ? "would be" : "was";
        var files = $"{string.Join("", line.Uploaded.Select(name => $"\n{name} {done} uploaded"))}{string.Join("", line.Kept.Select(name => $"\n{name} is there"))}";

        return line.DryRun
            ? $"{line.Tag} would be completed: it is {(line.State == "none" ? "not there yet" : $"a {line.State}")}.{files}"
            : $"{line.Tag}: {line.State}, {line.Url}{files}";
    }

    private static Command Create()
    {
        var command = new Command("complete", "Bring a release to where it should be: drafted, filled, published, each once.") { Files, Tag, Commit, Prerelease, Changes, Version, Others, DryRun, Json };
        command.SetAction(RunAsync);

        return command;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]*[A-Za-z0-9_]\z", RegexOptions.CultureInvariant)]
    private static partial Regex AssetName();
}

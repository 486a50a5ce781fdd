using System.CommandLine;
using System.Text.Json;
using Hotfix.Cli.Extension;
using Hotfix.Domain.Versions;
using Hotfix.Extension;
using Hotfix.Releases.Publishing;

namespace Hotfix.Cli.Release;

/// <summary><c>hotfix release last</c>: the package that users have before a version, fetched, its digest compared with GitHub's.</summary>
internal static class LastVerb
{
    private static readonly Option<string> Below = new("--below") { Description = "The version it comes before.", HelpName = "version", Required = true };
    private static readonly Option<string> Tag = new("--tag") { Description = "The tag of the release, instead of the highest below the version.", HelpName = "tag" };
    private static readonly Option<string> Name = new("--name") { Description = "What the packages are called before the version; it tells the extension from other zips in the release.", HelpName = "name" };
    private static readonly Option<string> Folder = new("--out") { Description = "The folder to write its package to.", HelpName = "folder", Required = true };
    private static readonly Option<bool> Json = Shared.Json();

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var text = arguments.GetRequiredValue(Below);
        var version = SemanticVersion.TryParse(text) ?? throw new InputException($"'{Shown.Of(text)}' {SemanticVersion.Objection(text)}.");
        using var desk = RunAccess.Desk(writes: false);
        var (named, folder) = (arguments.GetValue(Tag), arguments.GetRequiredValue(Folder));
        var last = LastGood.Of((await desk.ListAsync(cancellationToken)).Select(one => one.Release), version, named);

        if (last is null && named is not null)
        {
            throw new InputException($"There is no published release of the tag '{Shown.Of(named)}'.");
        }

        var package = last is null ? null : LastGood.PackageOf(last, arguments.GetValue(Name)) ?? throw new InputException($"The release {Shown.Of(last.Tag)} has no zip of an extension: name another by --tag.");
        var line = last is null || package is null ? new LastLine(null, null, null, null) : new LastLine(last.Tag, Path.Combine(folder, package.Name), package.Sha256, last.Page);

        if (package is not null)
        {
            var bytes = await desk.DownloadAsync(package, cancellationToken);
            var digest = Shared.Sha256(bytes);

            if (package.Sha256 is { } expected && expected != digest)
            {
                throw new InputException($"{Shown.Of(package.Name)} of {Shown.Of(last!.Tag)} came with the sha256 {digest}, and GitHub says {expected}: it is not used.");
            }

            line = line with { Sha256 = digest };
            await OutputFile.WriteAsync([new(line.File!, [bytes])], cancellationToken);
        }

        await Console.Out.WriteLineAsync(arguments.GetValue(Json)
            ? JsonSerializer.Serialize(line, ReleaseLines.Readable.LastLine)
            : line.Tag is null ? $"There is no release below {version.Text} yet." : $"{Shown.Of(line.Tag)}: {line.File}\nsha256 {line.Sha256}");

        return 0;
    }

    private static Command Create()
    {
        var command = new Command("last", "Fetch the package that users have before a version.") { Below, Tag, Name, Folder, Json };
        command.SetAction(RunAsync);

        return command;
    }
}

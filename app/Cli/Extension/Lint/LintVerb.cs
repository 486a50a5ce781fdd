using System.CommandLine;
using System.Text.Json;
using Hotfix.Extension;
using Hotfix.Extension.Lint;

namespace Hotfix.Cli.Extension.Lint;

/// <summary><c>hotfix extension lint</c>: whether an extension is fit to ship. Exit code 1 when there is an error, with <c>--strict</c> also for a warning.</summary>
internal static class LintVerb
{
    private static readonly Argument<string> Package = new("package") { Description = "The extension: its folder, a zip or a CRX.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Against = new("--against") { Description = "The last release (folder, zip or CRX): say what is new in permissions and hosts.", HelpName = "old" };
    private static readonly Option<string> Allow = new("--allow") { Description = $"The allowlist; without it, {Allowance.FileName} of the folder.", HelpName = "file" };
    private static readonly Option<bool> Json = Shared.Json();
    private static readonly Option<bool> GitHub = new("--github") { Description = "Annotations for a pull request, as GitHub's workflow commands." };
    private static readonly Option<string> Sarif = new("--sarif") { Description = "Also write SARIF 2.1.0, for code scanning.", HelpName = "file" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Exit with 1 for warnings too." };
    private static readonly Option<bool> ListRules = new("--rules") { Description = "Only list what is looked for." };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(ListRules))
        {
            await Console.Out.WriteLineAsync(RuleList(arguments.GetValue(Json)));

            return 0;
        }

        var path = arguments.GetValue(Package) ?? throw new ExtensionException("Say which extension: its folder, a zip or a CRX.");
        OutputFile.Check([arguments.GetValue(Sarif)], [path, arguments.GetValue(Against), arguments.GetValue(Allow) ?? Path.Combine(path, Allowance.FileName)]);
        var package = await PackageInput.ReadAsync(path, cancellationToken);
        var before = arguments.GetValue(Against) is { } old ? await PackageInput.ReadAsync(old, cancellationToken) : null;
        before?.NeededManifest($"the last release, '{arguments.GetValue(Against)}'");
        var report = Linter.Run(package, before, await AllowancesAsync(path, arguments.GetValue(Allow), cancellationToken));
        var folder = Directory.Exists(path) ? Folder(path) : "";

        if (arguments.GetValue(Sarif) is { } sarif)
        {
            await OutputFile.WriteAsync([new(sarif, [JsonSerializer.SerializeToUtf8Bytes(SarifLog.Of(report, folder), LintJson.Readable.SarifLog)])], cancellationToken);
        }

        await Console.Out.WriteLineAsync((arguments.GetValue(Json), arguments.GetValue(GitHub)) switch
        {
            (true, _) => JsonSerializer.Serialize(LintLine.Of(report), LintJson.Readable.LintLine),
            (_, true) => LintText.Annotations(report, folder),
            _ => LintText.Of(report),
        });

        return report.Count(LintLevel.Error) > 0 || (arguments.GetValue(Strict) && report.Count(LintLevel.Warning) > 0) ? 1 : 0;
    }

    private static async Task<IReadOnlyList<Allowance>> AllowancesAsync(string package, string? named, CancellationToken cancellationToken)
    {
        var file = named ?? Path.Combine(package, Allowance.FileName);

        return named is null && !File.Exists(file) ? [] : Allowance.Parse(await InputFile.ReadAsync(file, cancellationToken), Path.GetFileName(file));
    }

    /// <summary>The folder as annotations name it: from where the command runs, which in a workflow is the repository's root.</summary>
    private static string Folder(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/').TrimEnd('/');

        return relative == "." ? "" : relative + "/";
    }

    private static string RuleList(bool json) => json
        ? JsonSerializer.Serialize([.. Rules.All.Select(rule => new RuleLine(rule.Id, FindingLine.Word(rule.Level), rule.About))], LintJson.Readable.RuleLineArray)
        : string.Join('\n', Rules.All.Select(rule => $"{rule.Id,-24} {FindingLine.Word(rule.Level),-8} {rule.About}"));

    private static Command Create()
    {
        var command = new Command("lint", "Say whether an extension is fit to ship, and what is new since the last release.") { Package, Against, Allow, Json, GitHub, Sarif, Strict, ListRules };
        command.SetAction(RunAsync);

        return command;
    }
}

using System.Text.RegularExpressions;
using Hotfix.Domain.Versions;
using Hotfix.Extension;

namespace Hotfix.Cli.Actions;

/// <summary>
/// The Action's inputs, checked: GitHub checks none, and a wrong one must end the run before anything is done.
/// <para>Shape: each input in a variable of its name in capitals, as action.yml sets them; all are texts. Errors: <see cref="InputException"/>, one sentence that names the input and what would be right.</para>
/// </summary>
internal static partial class ActionInputs
{
    private static readonly string[] Stages = ["build", "test", "audit", "lint", "pack", "sign", "smoke", "parachute", "metadata", "attest", "release", "publish", "report"];
    private static readonly string[] Channels = ["beta", "staging", "production"];
    private static readonly string[] Levels = ["low", "moderate", "high", "critical", "off"];
    private static readonly string[] Flags = ["true", "false"];

    /// <summary>The input by which each kind of the store's credentials is known. Only whether it is given is told here.</summary>
    private static readonly string[] Credentials = ["CHROME_ACCESS_TOKEN", "CHROME_SERVICE_ACCOUNT", "CHROME_WORKLOAD_PROVIDER", "CHROME_REFRESH_TOKEN"];

    /// <summary>What they say, as facts.</summary>
    /// <param name="repository">owner/name.</param>
    public static IReadOnlyList<string> Check(Func<string, string?> variable, string repository)
    {
        var channel = OneOf("CHANNEL", Channels);
        var (package, digest, item) = (Text("PACKAGE"), Matching("PACKAGE_SHA256", Digest(), "64 hexadecimal digits, as `sha256sum` prints them"), Matching("STORE_ITEM", Id(), "32 letters from a to p"));
        var percentage = Percentage();
        var stages = StagesOf(Text("STAGES"));
        CheckStore(stages.Split(' ').Contains("publish") && item.Length > 0 && Text("STORE_PUBLISHER").Length > 0);

        return (package.Length > 0, digest.Length > 0, item.Length > 0, Text("STORE_PUBLISHER").Length > 0) switch
        {
            (true, false, _, _) => throw new InputException("The input package is given without package-sha256: say what the package must be, as the job that made it printed it."),
            (false, true, _, _) => throw new InputException("The input package-sha256 is given without package."),
            (_, _, true, false) => throw new InputException("The input store-item is given without store-publisher: it is in the address of the developer dashboard."),
            _ when percentage.Length > 0 && channel != "production" => throw new InputException($"The input percentage is for the channel production, and this is {channel}."),
            _ =>
            [
                Facts.Line("channel", channel),
                Facts.Line("dry_run", OneOf("DRY_RUN", Flags)),
                Facts.Line("stages", stages),
                Facts.Line("expected_version", Version()),
                Facts.Line("given_tag", Matching("TAG", Tag(), "a tag of letters, digits, dots, hyphens, underscores and slashes")),
                Facts.Line("previous_tag", Matching("PREVIOUS_TAG", Tag(), "a tag of letters, digits, dots, hyphens, underscores and slashes")),
                Facts.Line("working_directory", Folder("WORKING_DIRECTORY")),
                Facts.Line("folder", Folder("FOLDER")),
                Facts.Line("name", Name(repository)),
                Facts.Line("audit_level", OneOf("AUDIT_LEVEL", Levels)),
                Facts.Line("lint_strict", OneOf("LINT_STRICT", Flags)),
                Facts.Line("package", package),
                Facts.Line("package_sha256", digest),
                Facts.Line("extension_id", Matching("EXTENSION_ID", Id(), "32 letters from a to p")),
                Facts.Line("attest", OneOf("ATTEST", Flags)),
                Facts.Line("store_item", item),
                Facts.Line("store_publisher", Matching("STORE_PUBLISHER", Publisher(), "letters, digits, hyphens and underscores")),
                Facts.Line("store_package", OneOf("STORE_PACKAGE", ["zip", "crx"])),
                Facts.Line("percentage", percentage),
                Facts.Line("cancel_pending", OneOf("CANCEL_PENDING", Flags)),
            ],
        };

        void CheckStore(bool publishes)
        {
            Matching("STORE_WAIT", Wait(), "a whole number with s, m or h, such as 90s or 10m");
            string[] given = [.. Credentials.Where(name => Text($"GIVEN_{name}") == "true").Select(name => name.Replace('_', '-').ToLowerInvariant())];

            if (publishes && given.Length != 1)
            {
                throw new InputException($"The input store-item is given {(given.Length == 0 ? "without a credential of the store" : $"with {given.Length} credentials of the store ({string.Join(", ", given)})")}: give one of {string.Join(", ", Credentials.Select(name => name.Replace('_', '-').ToLowerInvariant()))}.");
            }

            if (publishes && Text("STORE_PACKAGE") == "crx" && Text("GIVEN_SIGNING_KEY") != "true")
            {
                throw new InputException("The input store-package is crx, and there is no signing-key to make one with.");
            }
        }

        string Text(string name)
        {
            var text = variable(name)?.Trim() ?? "";

            return text.Any(char.IsControl) ? throw Wrong(name, text, "one line") : text;
        }

        string OneOf(string name, string[] words) => Text(name) is var text && words.Contains(text) ? text : throw Wrong(name, text, $"one of {string.Join(", ", words)}");

        string Matching(string name, Regex shape, string right) => Text(name) is var text && (text.Length == 0 || shape.IsMatch(text)) ? text : throw Wrong(name, text, right);

        string Folder(string name) => Text(name) is { Length: > 0 } text && !text.StartsWith('-') ? text : throw Wrong(name, Text(name), "a folder");

        string Version() => Text("VERSION") is var text && text.Length == 0 ? "" : SemanticVersion.TryParse(text)?.Text ?? throw new InputException($"The input version is '{Shown.Of(text)}', which {SemanticVersion.Objection(text)}.");

        string Percentage() => Text("PERCENTAGE") is var text && (text.Length == 0 || (int.TryParse(text, out var number) && number is >= 1 and <= 100)) ? text : throw Wrong("PERCENTAGE", text, "a whole number from 1 to 100");

        string Name(string owned) => Text("NAME") is { Length: > 0 } named
            ? FileName().IsMatch(named) ? named : throw Wrong("NAME", named, "letters, digits, dots, hyphens and underscores")
            : Unfit().Replace(owned.Split('/')[^1], "-").Trim('-', '.') is { Length: > 0 } name ? name : "extension";
    }

    private static string StagesOf(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

        return words is ["all"] ? string.Join(' ', Stages)
            : words.Length > 0 && words.All(Stages.Contains) ? string.Join(' ', words)
            : throw Wrong("STAGES", text, $"`all`, or some of {string.Join(", ", Stages)}");
    }

    private static InputException Wrong(string variable, string text, string right)
    {
        var name = variable.Replace('_', '-').ToLowerInvariant();

        return new($"The input {name} is '{Shown.Of(text)}': it is {right}.");
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();

    [GeneratedRegex(@"\A[0-9]{1,6}[smh]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Wait();

    [GeneratedRegex(@"\A[a-p]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Publisher();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"[^A-Za-z0-9._-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unfit();
}

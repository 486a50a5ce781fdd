using System.Globalization;
using System.Text;
using Hotfix.Profiles;
using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;
using Hotfix.Releases;

namespace Hotfix.Tests.Profiles;

/// <summary>Writes docs/configuration.md from the records: what a key is, is said there and nowhere else. The introduction is by hand.</summary>
internal static class ConfigurationPage
{
    private const string Introduction =
        """
        # Configuration

        This page is made from the program (`tests/Profiles/ConfigurationPage.cs`); a test keeps it true.

        A team's process is a *profile*. Four ship with Hotfix: `browser-extension` (the default), `cli`, `web-service` and `appliance`. A file of your own changes one of them: it names the profile it extends, and says
        only what is different. Without a file the default profile counts.

        ## Where the file is

        `.github/hotfix.yml` on the default branch of the repository; where there is none, the same path in the repository `.github` of the account that owns it. When a push or a pull request changes it, the check
        `hotfix/config` says on its lines what is wrong, or what it would have changed about the last 90 days. A file with errors changes nothing: the last good one goes on counting.

        On your own machine:

            hotfix config check .github/hotfix.yml                every error, with line and column
            hotfix config show .github/hotfix.yml --origins       the whole process, and where each value comes from
            hotfix config show --repo owner/name                  the same of a repository on GitHub
            hotfix triage --file reports.jsonl --config .github/hotfix.yml
            hotfix config schema                                  the JSON schema, for editors

        A Hotfix server answers the schema at `/schema/hotfix.json`. With a first line like that of the example below, most editors complete the keys and explain them.

        ## How a file changes a profile

        - **A map is merged key by key.** What you do not mention stays.
        - **A value or a list replaces** the one it extends.
        - **A list is changed instead** when a map stands in its place: `{ prepend: [...], add: [...], remove: [...] }`, any of the three. What `remove` names is taken away: the same word or number, or for items that are maps their `name`, `label` or `id`.
        - **`null` takes away** a key that may be absent, or an entry whose name you chose.
        - **No key is passed over.** One that is not known is an error, with the nearest one that is.

        A file has at most 256 KiB, 10,000 values and 20 levels. Labels, rules and whatever else has a name has one of its own; what is compared with GitHub (labels, logins) is compared without regard to case.

        ## Values

        | written | is |
        | --- | --- |
        | duration | `30m`, `4h`, `1d`, `1d 4h`. A day of a business clock is one working day; of any other, 24 hours. |
        | phrase | A few words of one sentence. `word~` is any form of the word, `~word` any word that ends so, `a\|b` either word, `*` up to three words between, `**` up to eight. |
        | date, time, zone | `2026-12-25`; `09:00` or `24:00`; a name of the IANA like `Europe/Berlin`. A holiday may be `12-25`, every year. |
        | colour | Six hexadecimal digits without `#`, in quotes where they are all digits. |
        | number | Never below 0. |

        ## Commands, start and version files

        `commands` says who may use a command, by its verb: the least role in the repository, teams of the organisation, logins; any one of them is enough. A command that is not named there asks for the role that the README's table has. An entry takes the place of that role, so what it leaves out lets nobody in.

            commands:
              start: { role: maintain, teams: [release-managers] }
              severity: { role: triage, people: [dana] }

        `start.automatic` names the severities whose card asks for the confirmation that starts the hotfix; `/hotfix start` by somebody who may is that confirmation. `branches` says where a hotfix starts, what its branch and tag are called, and which files hold the version:

            branches:
              base: release_line                  # at the released tag; default_branch: at its head, and back to it
              branch: "hotfix/v{version}-{slug}"  # also {date} and {issue}
              version_files:
                - { path: package.json }
                - { path: package-lock.json, optional: true }
                - { path: src/version.rs, pattern: 'VERSION: &str = "(?<version>[^"]*)"' }
              changelog: CHANGELOG.md

        `package.json`, `package-lock.json`, `manifest.json` (with `version_name`), `Cargo.toml`, `Cargo.lock` and projects of MSBuild (`*.csproj` and its like) are known by their names; any other file needs a `pattern`, in which the group `version` stands around the version. Each rule must find exactly one place.
        Where one finds none or several, nothing is started, and the answer says which. A rule that is `optional` is passed over where the file is not there. Nothing else about a file changes: formatting, line ends and byte order mark stay.

        ## Templates of pull requests

        A severity's `template` names what its pull request is written from; `hotfix-p0`, `hotfix-p1` and `hotfix` ship, the last one for whatever names none. `.github/hotfix/<template>.md` on the default branch takes the place of the one that ships. It is Markdown with words in braces:

        %WORDS%.

        `{testing}` and `{checklist}` are the profile's own items for the severity. What has to be ticked off stands between `<!-- hotfix:checklist:start -->` and `<!-- hotfix:checklist:end -->`; a template without the two gets them at its end, as it gets the headings of `pull_request.sections` that it lacks.
        A word that stands for nothing is refused with its line when somebody says `/hotfix start`. The template is pinned with its hash then: a change of it counts for hotfixes that are started later.

        ## Example

        """;

    public static string Write(string example)
    {
        var page = new StringBuilder(Introduction.Replace("%WORDS%", string.Join(", ", PullRequestWords.Known.Select(word => $"`{{{word}}}`")), StringComparison.Ordinal))
            .Append("\n```yaml\n").Append(example).Append("```\n\n## Every key\n\n")
            .Append("The default is that of `browser-extension`, where it is one value. `<name>` stands for a name you choose; `[]` for each item of a list. Keys marked with * are needed in an entry or item of your own.\n");

        var defaults = ConfigReader.BuiltIn(BuiltIns.Default).Origins.Root;

        foreach (var key in ProfileShape.File.Keys)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### `{key.Name}`\n\n{key.Description} {Lead(key.Shape, key.Name == "extends" ? $"`{BuiltIns.Default}`" : Default(defaults.Find(key.Name)?.Value))}\n");
            List<string> rows = [.. Rows(key.Shape, key.Name, [defaults.Find(key.Name)?.Value])];

            if (rows.Count > 0)
            {
                page.Append("\n| key | type | default | what it is |\n| --- | --- | --- | --- |\n").AppendJoin("", rows);
            }
        }

        return page.ToString();
    }

    private static string Lead(Shape shape, string standard) =>
        $"{char.ToUpperInvariant(Kind(shape)[0])}{Kind(shape)[1..]}{(standard.Length > 0 ? $"; {standard} by default" : "")}.";

    /// <param name="values">What the default profile has at this place: one, or one per word where the path leaves it open.</param>
    private static IEnumerable<string> Rows(Shape shape, string path, IReadOnlyList<Node?> values) => shape switch
    {
        RecordShape record => record.Keys.SelectMany(key => Row(key, $"{path}.{key.Name}", [.. values.Select(value => (value as MapNode)?.Find(key.Name)?.Value)])),
        TableShape { Names: { } names, Value: var value } => Rows(value, $"{path}.{Range(names)}", [.. names.SelectMany(name => values.Select(one => (one as MapNode)?.Find(name)?.Value))]),
        TableShape table => Rows(table.Value, $"{path}.<name>", []),
        ListShape { Item: RecordShape item } => Rows(item, $"{path}[]", []),
        _ => [],
    };

    private static IEnumerable<string> Row(KeyShape key, string path, IReadOnlyList<Node?> values) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"| `{path}`{(key.Required ? " *" : "")} | {Cell(Kind(key.Shape))} | {Cell(Defaults(values))} | {Cell(key.Description ?? "")} |\n"),
        .. Rows(key.Shape, path, values),
    ];

    private static string Kind(Shape shape) => shape switch
    {
        RecordShape => "map",
        TableShape { Names: { } names } table => $"map of {Range(names)}{Inner(table.Value)}",
        TableShape table => $"map of names of your own{Inner(table.Value)}",
        ListShape list => list.Item switch
        {
            RecordShape => "list of maps",
            ChoiceShape choice => $"list of {string.Join(", ", choice.Names.Select(name => $"`{name}`"))}",
            TextShape { Format: { Name: not "line" } format } => $"list of {format.Name}s",
            _ => "list of texts",
        },
        ChoiceShape choice => $"one of {string.Join(", ", choice.Names.Select(name => $"`{name}`"))}",
        TextShape { Format: { Name: not "line" } format } => format.Name,
        NumberShape { Whole: true } => "whole number",
        NumberShape => "number",
        FlagShape => "`true` or `false`",
        _ => "text",
    };

    private static string Inner(Shape value) => value is RecordShape ? "" : $" to {Kind(value)}";

    private static string Range(IReadOnlyList<string> names) => names is ["P0", .., "P3"] ? "P0…P3" : $"<{string.Join(", ", names)}>";

    /// <summary>One for all, or each in its turn.</summary>
    private static string Defaults(IReadOnlyList<Node?> values)
    {
        List<string> texts = [.. values.Select(Default)];

        return texts.Distinct().Count() == 1 ? texts[0] : texts.TrueForAll(text => text.Length <= 12) ? string.Join(", ", texts.Select(text => text.Length == 0 ? "–" : text)) : "";
    }

    private static string Default(Node? value) => value is ScalarNode scalar ? $"`{Wording.Short(scalar.Text)}`" : "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

using Hotfix.Commands.Reading;
using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>What <c>help</c> says; made from the registry.</summary>
internal static class HelpText
{
    public static string All(Profile profile) => string.Join(
        '\n',
        [
            "A line that begins with `/hotfix` is a command; several in a comment are done one after another.",
            "",
            "| command | what it does | where | who |",
            "| --- | --- | --- | --- |",
            .. Registry.Verbs.Select(verb => Row(verb.Rule, profile)),
        ]);

    public static string Of(VerbRule verb, Profile profile) => string.Join(
        '\n',
        [
            $"`{Usage.Of(verb)}`",
            "",
            verb.Summary,
            "",
            $"- **Where** {Where(verb)}.",
            $"- **Who** {Who(verb, profile)}.",
            $"- **Undo** {verb.Undo}",
            .. verb.CanRehearse ? ["- `--dry-run` shows what would happen."] : Array.Empty<string>(),
            $"- **Example** `{verb.Example}`",
        ]);

    /// <summary>A row of the table that the README shows, too.</summary>
    public static string Row(VerbRule verb, Profile? profile) => $"| `{Usage.Of(verb).Replace("|", "\\|", StringComparison.Ordinal)}` | {verb.Summary} | {Where(verb)} | {Who(verb, profile)} |";

    private static string Where(VerbRule verb) => verb.Where == VerbPlace.Issue ? "issue" : "issue, pull request";

    private static string Who(VerbRule verb, Profile? profile) => profile?.Commands.GetValueOrDefault(verb.Name) is { } rule
        ? string.Join(", ", new[] { rule.Role is { } role ? Typed.Of(role) : null }.OfType<string>().Concat(rule.Teams.Select(Triage.Quote.Code)).Concat(rule.People.Select(Triage.Quote.Code)).DefaultIfEmpty("nobody"))
        : verb.Needs == RepositoryRole.None ? "anybody" : Typed.Of(verb.Needs);
}

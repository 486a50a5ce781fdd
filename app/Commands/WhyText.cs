using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>Why it was decided so: what was read, the rule that matched, and the sum; the card's own reasons, and who said otherwise.</summary>
internal static class WhyText
{
    public static string Of(Assessment assessment, Domain.Hotfix hotfix, TeamProcess process) => string.Join(
        '\n',
        [
            $"### Why {Sentences.Headline(assessment, process.Profile)}",
            "",
            .. assessment.Severity is null ? [$"- **Read as** {Sentences.Kind(assessment, process.Profile)}"] : CardText.Reasons(assessment, process.Profile, process).Select(line => $"- {line}"),
            .. hotfix.Owner is { } owner ? [$"- **Owner** {Sentences.Owner(owner, process.Profile)}"] : Array.Empty<string>(),
        ]);
}

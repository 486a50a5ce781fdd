using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>Where a hotfix stands: state, people, clocks, version, branch, and what comes next.</summary>
internal static class StatusText
{
    public static string Of(Domain.Hotfix hotfix, TeamProcess process)
    {
        var assessment = hotfix.Assessment;
        var headline = assessment is null ? "Not triaged yet" : Sentences.Headline(assessment, process.Profile);

        return string.Join(
            '\n',
            [
                $"### {headline}",
                "",
                $"- **State** {Replies.Named(hotfix.State)}.",
                .. hotfix.Gate is { Title.Length: > 0 } gate ? [$"- **Gate** {gate.Title}."] : Array.Empty<string>(),
                .. assessment is null ? [] : CardText.State(assessment, hotfix, process.Profile).Select(line => $"- {line}"),
                $"- **Next step** {Sentences.NextStep(hotfix, process.Profile)}",
            ]);
    }
}

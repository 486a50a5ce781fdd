using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>
/// The card: the one comment, edited in place. It opens with a hidden marker by which it is found again; only a comment that has the marker and was written by our App is the card.
/// <para>Shape: GitHub Flavored Markdown, far below the 65,536 characters a comment may have, because it repeats only quoted words.</para>
/// </summary>
internal static class CardText
{
    public const string Marker = "<!-- hotfix:card -->";

    public static string Write(Assessment assessment, Profile profile, Values<string> takenOff = default) => string.Join(
        '\n',
        [Marker, $"### {Sentences.Headline(assessment, profile)}", "", .. assessment.Severity is null ? NoBug(assessment, profile, takenOff) : Bug(assessment, profile, takenOff)]);

    /// <summary>Why it was decided so, a line a reason; what the card lists and what <c>hotfix triage --json</c> gives.</summary>
    public static IEnumerable<string> Reasons(Assessment assessment, Profile profile)
    {
        yield return $"**Severity** {assessment.Severity}: {Sentences.Severity(assessment, profile)}";

        if (assessment is { Source: not (SeveritySource.Declared or SeveritySource.Label), Declared: not null })
        {
            yield return $"**Declared against found** {Sentences.Disagreement(assessment, profile)}";
        }

        yield return $"**Impact** {Sentences.Impact(assessment, profile)}";
        yield return $"**Affected** {Sentences.Frequency(assessment, profile)}";

        if (assessment.Regression is { } regression)
        {
            yield return $"**Regression** {Sentences.Regression(regression)}";
        }

        if (assessment.Workaround is { } workaround)
        {
            yield return $"**Workaround** {Sentences.Workaround(workaround)}";
        }

        if (assessment.BetaCritical is { } beta)
        {
            yield return $"**Beta-critical** {Sentences.BetaCritical(beta, profile)}";
        }

        if (assessment.CoreFeature is { } core)
        {
            yield return $"**Core feature** {Sentences.CoreFeature(core.Evidence, profile)}";
        }

        yield return $"**Score** {assessment.Score} of {assessment.Score!.Cap:0.##}: {assessment.Score.Arithmetic}";
        yield return $"**Decision** {Sentences.Decision(assessment, profile)}";
    }

    private static IEnumerable<string> Bug(Assessment assessment, Profile profile, Values<string> takenOff) =>
    [
        .. Reasons(assessment, profile).Select(reason => $"- {reason}"),
        .. takenOff.Count == 0 ? Array.Empty<string>() : [$"- **Labels** {Sentences.TakenOff(takenOff)}"],
        $"- **Next step** {profile.Decisions[assessment.Decision].NextStep}",
        "",
        $"<sub>{Sentences.Correction}</sub>",
    ];

    private static IEnumerable<string> NoBug(Assessment assessment, Profile profile, Values<string> takenOff) =>
    [
        Sentences.Says(assessment, profile),
        .. takenOff.Count == 0 ? Array.Empty<string>() : ["", Sentences.TakenOff(takenOff)],
        "",
        $"<sub>{Sentences.NoBugCorrection}</sub>",
    ];
}

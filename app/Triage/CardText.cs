using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>
/// The card: the one comment, edited in place. It opens with a hidden marker by which it is found again; only a comment that has the marker and was written by our App is the card.
/// <para>Shape: GitHub Flavored Markdown, far below the 65,536 characters a comment may have, because it repeats only quoted words.</para>
/// </summary>
internal static class CardText
{
    public const string Marker = "<!-- hotfix:card -->";

    public static string Write(Assessment assessment, Profile profile) => string.Join('\n', Lines(assessment, profile));

    private static IEnumerable<string> Lines(Assessment assessment, Profile profile)
    {
        yield return Marker;
        yield return $"### {Sentences.Headline(assessment, profile)}";
        yield return "";
        yield return $"- **Severity** {assessment.Severity.Value}: {Sentences.Severity(assessment, profile)}";
        yield return $"- **Impact** {Sentences.Impact(assessment, profile)}";
        yield return $"- **Affected** {Sentences.Frequency(assessment, profile)}";

        if (assessment.BetaCritical is { } beta)
        {
            yield return $"- **Beta-critical** {Sentences.BetaCritical(beta, profile)}";
        }

        if (assessment.CoreFeature is { } core)
        {
            yield return $"- **Core feature** {Sentences.CoreFeature(core, profile)}";
        }

        yield return $"- **Score** {assessment.Score} of {assessment.Score.Cap:0.##}: {assessment.Score.Arithmetic}";
        yield return $"- **Decision** {Sentences.Decision(assessment, profile)}";
        yield return $"- **Next step** {profile.Decisions[assessment.Decision].NextStep}";
        yield return "";
        yield return $"<sub>{Sentences.Correction}</sub>";
    }
}

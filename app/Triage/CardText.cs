using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>
/// The card: the issue's one comment, edited in place. It opens with a hidden marker by which it is found again; only a comment that has the marker and was written by our App is the card.
/// <para>Shape: GitHub Flavored Markdown, far below the 65,536 characters a comment may have, because it repeats only quoted words.</para>
/// </summary>
internal static class CardText
{
    public const string Marker = "<!-- hotfix:card -->";

    /// <summary>The card as the aggregate has it by now.</summary>
    public static string Of(Domain.Hotfix hotfix, TeamProcess process) => Write(hotfix.Assessment!, process.Profile, hotfix, process);

    /// <summary>The card of a report that is not on GitHub: nobody is on it, and no clock runs.</summary>
    public static string Of(Assessment assessment, Profile profile) => Write(assessment, profile, null, null);

    private static string Write(Assessment assessment, Profile profile, Domain.Hotfix? hotfix, TeamProcess? process) => string.Join(
        '\n',
        [
            Marker,
            $"### {Sentences.Headline(assessment, profile)}",
            "",
            .. assessment.Severity is null ? NoBug(assessment, profile, hotfix?.TakenOff ?? []) : Bug(assessment, profile, hotfix, process),
        ]);

    /// <summary>Why it was decided so, a line a reason; what the card lists and what <c>hotfix triage --json</c> gives.</summary>
    public static IEnumerable<string> Reasons(Assessment assessment, Profile profile, TeamProcess? process = null)
    {
        yield return $"**Severity** {assessment.Severity}: {Sentences.Severity(assessment, profile)}";

        if (assessment is { Source: not (SeveritySource.Declared or SeveritySource.Person), Declared: not null })
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
        yield return $"**Decision** {Sentences.Decision(assessment, profile, assessment.Rule is { } rule ? process?.LinkOf(rule) : null)}";
    }

    private static IEnumerable<string> Bug(Assessment assessment, Profile profile, Domain.Hotfix? hotfix, TeamProcess? process) =>
    [
        .. Reasons(assessment, profile, process).Concat(State(assessment, hotfix, profile)).Select(line => $"- {line}"),
        $"- **Next step** {(hotfix is null ? Sentences.NextStep(profile.Decisions[assessment.Decision]) : Sentences.NextStep(hotfix, profile))}",
        "",
        $"<sub>{Sentences.Correction}</sub>",
    ];

    /// <summary>What became of it so far.</summary>
    public static IEnumerable<string> State(Assessment assessment, Domain.Hotfix? hotfix, Profile profile) =>
    [
        .. Line(hotfix?.Fix is not null, () => $"**Fix** {Sentences.Fix(hotfix!.Fix!)}"),
        .. Line(hotfix?.Fix is { Why.Length: > 0 }, () => $"**Version** {hotfix!.Fix!.Why}"),
        .. Line(hotfix?.Fix?.Oddity is not null, () => $"**Note** {Sentences.Oddity(hotfix!.Fix!)}"),
        .. Builds(hotfix?.Fix),
        .. Line(assessment.RollBackFirst.Count > 0, () => $"**Roll back first** {Sentences.RollBackFirst(assessment, profile)}"),
        .. Line(hotfix?.Owner is not null, () => $"**Owner** {Sentences.Owner(hotfix!.Owner!, profile)}"),
        .. Line(hotfix?.Roles.Count > 0, () => $"**Roles** {string.Join(", ", hotfix!.Roles.Select(holder => $"{Typed.Of(holder.Role)} {Quote.Code(holder.Login)}"))}."),
        .. (hotfix?.Deadlines ?? []).Select(deadline => Sentences.Deadline(deadline, Blocking(hotfix!) is { Count: > 0 } told ? told : assessment.DependsOn)),
        .. Line(hotfix?.Effort is not null, () => $"**Effort** {Sentences.Effort(hotfix!.Effort!)}"),
        .. Line(assessment.DependsOn.Count > 0, () => $"**Depends on** {Sentences.DependsOn(assessment.DependsOn)}"),
        .. Line(hotfix?.TakenOff.Count > 0, () => $"**Labels** {Sentences.TakenOff(hotfix!.TakenOff)}"),
    ];

    /// <summary>A run that has reported is told by its report.</summary>
    private static string[] Builds(Fix? fix) =>
    [
        .. Line(fix is { Run: not null } && !Sentences.IsTold(fix), () => $"**Workflow** {Sentences.Run(fix!.Run!)}"),
        .. Line(fix?.Build is not null, () => $"**Build** {Sentences.Build(fix!.Build!, fix)}"),
        .. Line(fix is not null && Sentences.PackageOf(fix).Count > 0, () => $"**Package** {Sentences.Package(Sentences.PackageOf(fix!))}"),
        .. Line(fix?.Store is not null, () => $"**Store** {Sentences.Store(fix!.Store!)}"),
    ];

    /// <summary>The issues that a command said are waited for.</summary>
    private static Values<int> Blocking(Domain.Hotfix hotfix) => [.. hotfix.Events.Where(told => told.Kind == ClockEventKind.Paused).Select(told => told.On).OfType<int>().TakeLast(1)];

    private static string[] Line(bool holds, Func<string> line) => holds ? [line()] : [];

    private static IEnumerable<string> NoBug(Assessment assessment, Profile profile, Values<string> takenOff) =>
    [
        Sentences.Says(assessment, profile),
        .. takenOff.Count == 0 ? Array.Empty<string>() : ["", Sentences.TakenOff(takenOff)],
        "",
        $"<sub>{Sentences.NoBugCorrection}</sub>",
    ];
}

using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Triage;

namespace Hotfix.Releases;

/// <summary>
/// Gives a hotfix its version: above the release it starts from, and taken by nobody. For the Chrome Web Store also the next version that the store takes, above everything known to be published, submitted, staged or released
/// (<c>StoreVersion</c> says how the two belong together).
/// <para>The same question has the same answer: an answer is given twice unless the caller adds it to the claims before anybody asks again.</para>
/// <para>Source: issue D, "Versions"; semver.org 2.0.0, section 11; developer.chrome.com, manifest key "version".</para>
/// </summary>
internal static class VersionChoice
{
    private const string NotKnown = "What was submitted to the store or is staged there without Hotfix is not known.";

    public static VersionChosen Choose(VersionQuestion question)
    {
        var taken = new TakenVersions(question);

        if (From(question, taken) is not { } from)
        {
            return Refused($"The release {Quote.Code(question.From)} names no semantic version like 1.2.3, so none can be counted up from it. Name another release with `--from`.");
        }

        var (version, why) = question.Asked is { } asked ? Asked(asked, question, from, taken) : Counted(question.Step, from, taken);

        return version is null ? Refused(why)
            : question.ForStore ? InStore(version, why, taken.InStore())
            : new(version.Text, null, $"{why}.", null);
    }

    /// <summary>An extension's release may be called 1.2, or 1.2.3.4: what the store takes is no semantic version, but near enough to count on from.</summary>
    private static SemanticVersion? From(VersionQuestion question, TakenVersions taken) => TagPattern.Of(question.Tag).Read(question.From)
        ?? (question.ForStore && (ChromeVersion.TryParse(question.From) ?? taken.Numbered(question.From)) is { } own ? SemanticVersion.TryParse($"{own.Major}.{own.Minor}.{own.Patch}") : null);

    private static (SemanticVersion? Version, string Why) Counted(VersionStep step, SemanticVersion from, TakenVersions taken)
    {
        var (next, skipped) = Free(from, taken);
        var because = (step, from.PreRelease) switch
        {
            (VersionStep.Prerelease, null) => ", whose pre-releases would be below it",
            (VersionStep.Patch, not null) => ": a hotfix of a pre-release stays one",
            _ => "",
        };

        return next is null
            ? (null, $"No version can follow {Quote.Code(from.Text)}: its numbers have no room for a higher one.")
            : (next, $"{next.Text} follows {from.Text}{because}{(skipped == 0 ? "" : skipped == 1 ? ", and the one between is taken" : $", and {skipped} between are taken")}");
    }

    private static (SemanticVersion? Version, string Why) Asked(string asked, VersionQuestion question, SemanticVersion from, TakenVersions taken) => TagPattern.Of(question.Tag).Read(asked) switch
    {
        null => (null, $"{Quote.Code(asked)} {SemanticVersion.Objection(asked) ?? "is no version"}.{Instead(from, taken)}"),
        { Build: not null } => (null, $"{Quote.Code(asked)} carries build metadata, which puts versions in no order.{Instead(from, taken)}"),
        var version when version <= from => (null, $"{Quote.Code(asked)} is not above {Quote.Code(from.Text)}, the release that the hotfix starts from.{Instead(from, taken)}"),
        var version when taken.By(version) is { } holder => (null, $"{Quote.Code(asked)} is taken: {holder}.{Instead(from, taken)}"),
        var version => (version, $"{version.Text} was asked for"),
    };

    private static VersionChosen InStore(SemanticVersion version, string why, IReadOnlyCollection<ChromeVersion> known)
    {
        ChromeVersion? highest = known.Count == 0 ? null : known.Max();
        var allocation = StoreVersion.Allocate(version, known);

        // What has no place of its own is put above everything known all the same.
        return (allocation.Version?.Version ?? (StoreVersion.Refusal(version) is null ? null : highest?.Next())) is { } store
            ? new(version.Text, $"{store}", $"{why}; in the store it is {store}{Above(store, version, highest)}. {NotKnown}", null)
            : Refused(allocation.Refusal!);
    }

    private static string Above(ChromeVersion store, SemanticVersion version, ChromeVersion? highest) => highest is null
        ? ", and no version there is known that it would have to be above"
        : $", {(StoreVersion.Allocate(version, []).Version?.Version == store ? "" : "the next ")}above {highest}, the highest known";

    private static string Instead(SemanticVersion from, TakenVersions taken) => Free(from, taken).Version is { } next ? $" The next one that is free is {Quote.Code(next.Text)}." : "";

    private static (SemanticVersion? Version, int Skipped) Free(SemanticVersion from, TakenVersions taken)
    {
        var skipped = 0;
        var next = Counting.Next(from);

        while (next is not null && taken.By(next) is not null)
        {
            skipped++;
            next = Counting.Next(next);
        }

        return (next, skipped);
    }

    private static VersionChosen Refused(string sentence) => new(null, null, "", sentence);
}

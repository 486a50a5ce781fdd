using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Releases;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Releases;

/// <summary>Whatever is known and asked for: what is given is legal, above everything, and never given twice.</summary>
public sealed class VersionChoiceProperties
{
    private static readonly Gen<string> Version =
        from major in Gen.Choose(0, 2)
        from minor in Gen.Choose(0, 2)
        from patch in Gen.Choose(0, 3).Or(Gen.Choose(65534, 65536))
        from pre in Gen.Elements("", "", "", "-beta", "-beta.1", "-beta.999", "-rc.2", "-nightly.5", "-beta2", "-0")
        select $"{major}.{minor}.{patch}{pre}";

    private static readonly Gen<string> Tag = from prefix in Gen.Elements("v", "", "hotfix-v", "docs-") from version in Version.Or(Gen.Elements("1.2", "1.2.3.4", "2", "nightly")) select prefix + version;

    private static readonly Gen<string> Store =
        from numbers in Gen.NonEmptyListOf(Gen.Choose(0, 2).Or(Gen.Choose(65533, 65536)))
        select string.Join('.', numbers.Take(5));

    private static readonly Gen<VersionQuestion> Any =
        from known in Gen.ListOf(Tag)
        from @from in Version
        from step in Gen.Elements(VersionStep.Patch, VersionStep.Prerelease)
        from forStore in Gen.Elements(true, false)
        from asked in Gen.OneOf(Gen.Constant<string?>(null), Version.Select(version => (string?)version))
        from store in Gen.ListOf(Store)
        from tag in Gen.Elements("v{version}", "hotfix-v{version}")
        select new VersionQuestion(@from, step, forStore, asked, [.. known], [], [.. store], tag);

    [Fact]
    public void Either_a_version_or_a_sentence() => Properties.Hold(
        Any,
        question => VersionChoice.Choose(question) is { Version: null, Store: null, Why: "", Refusal: ['\'' or '`' or (>= 'A' and <= 'Z'), .., '.'] } or { Version: not null, Refusal: null, Why: [.., '.'] });

    [Fact]
    public void Always_legal_and_always_above() => Properties.Hold(Any, question => VersionChoice.Choose(question) is not { Version: { } given } chosen
        || (SemanticVersion.TryParse(given) is { } version
            && version > SemanticVersion.TryParse(question.From)!
            && !question.Tags.Any(tag => TagPattern.Of(question.Tag).Read(tag) is { } other && other.CompareTo(version) == 0)
            && (chosen.Store is not null) == question.ForStore
            && (chosen.Store is not { } store || IsAbove(store, question))));

    [Fact]
    public void Never_given_twice() => Properties.Hold(from questions in Gen.NonEmptyListOf(Any) from at in Gen.Choose(1, 5) select (questions, at), any =>
    {
        List<ClaimedVersion> claims = [];

        foreach (var question in any.questions.SelectMany(question => Enumerable.Repeat(question, any.at)))
        {
            if (VersionChoice.Choose(question with { Claims = [.. claims] }) is { Version: { } version } chosen)
            {
                if (claims.Exists(claim => claim.Version == version || (chosen.Store is { } store && claim.Store is { } last && ChromeVersion.TryParse(last)!.Value >= ChromeVersion.TryParse(store)!.Value)))
                {
                    return false;
                }

                claims.Add(new(version, chosen.Store, 1, DateTimeOffset.UnixEpoch));
            }
        }

        return true;
    });

    /// <summary>Nobody may be kept from a hotfix by what stands in the store, but by a store that is full.</summary>
    [Fact]
    public void With_a_store_that_has_something_there_is_always_a_next_one() => Properties.Hold(
        Any,
        question => VersionChoice.Choose(question with { Asked = null, ForStore = true, StoreKnown = [.. question.StoreKnown, "1.0"] }) is { Version: not null });

    private static bool IsAbove(string store, VersionQuestion question) => ChromeVersion.TryParse(store) is { } given
        && $"{given}" == store
        && !question.StoreKnown.Append(question.From).Any(known => ChromeVersion.TryParse(known) is { } other && other >= given)
        && !question.Tags.Any(tag => TagPattern.Of(question.Tag).Read(tag) is { PreRelease: null, Build: null } other && ChromeVersion.TryParse(other.Text) is { } released && released >= given);
}

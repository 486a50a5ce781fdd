using FsCheck.Fluent;
using Hotfix.Profiles;
using Hotfix.Releases;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Releases;

public sealed class BranchNamesTests
{
    private static readonly DateOnly Day = new(2025, 11, 20);

    [Theory]
    [InlineData("Crash on launch", "crash-on-launch")]
    [InlineData("[P0] Crash on launch", "crash-on-launch")]
    [InlineData("[Bug]: [P1] Crash on launch!!!", "crash-on-launch")]
    [InlineData("Can't sign in — auth's down", "cant-sign-in-auths-down")]
    [InlineData("One two three four five six", "one-two-three-four-five")]
    [InlineData("Internationalization misconfiguration everywhere", "internationalization-misconfiguration")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitänsmütze", "donaudampfschifffahrtsgesellschaftskapit")]
    [InlineData("Größe von Ærøs Łódź falsch", "groesse-von-aeros-lodz-falsch")]
    [InlineData("クラッシュ", "fix")]
    [InlineData("起動時 crash", "crash")]
    [InlineData("[P0]", "fix")]
    [InlineData("", "fix")]
    [InlineData("../../etc/passwd; rm -rf $(pwd)", "etc-passwd-rm-rf-pwd")]
    [InlineData("@everyone \u202Egnp.exe\u0000.lock", "everyone-gnp-exe-lock")]
    public void A_slug_is_a_few_words(string title, string slug) => Assert.Equal(slug, BranchNames.Slug(title));

    [Theory]
    [InlineData("cli", "1.1.0-beta.1", "hotfix/v1.1.0-beta.1")]
    [InlineData("appliance", "1.0.1", "hotfix/v1.0.1-crash-on-launch")]
    [InlineData("web-service", "1.0.1", "hotfix/crash-on-launch-20251120")]
    [InlineData("browser-extension", "1.0.1", "hotfix/v1.0.1/crash-on-launch")]
    public void A_branch_goes_by_the_profile_s_pattern(string profile, string version, string name) =>
        Assert.Equal(new BranchNamed(name, null), BranchNames.Of(ProfileReader.BuiltIn(profile).Branches.Branch, version, "crash-on-launch", Day, 12));

    [Fact]
    public void A_branch_that_takes_back_and_one_with_the_issue()
    {
        Assert.Equal(new BranchNamed("revert-hotfix-20251120", null), BranchNames.Of(ProfileReader.BuiltIn("web-service").Branches.Revert!, "1.0.1", "x", Day, 12));
        Assert.Equal(new BranchNamed("hotfix/12-x", null), BranchNames.Of("hotfix/{issue}-{slug}", "1.0.1", "x", Day, 12));
    }

    [Fact]
    public void A_release_has_a_line_of_its_own() => Assert.Equal(new BranchNamed("release/v1.1.0-beta", null), BranchNames.ReleaseLine("v1.1.0-beta"));

    [Theory]
    [InlineData("hotfix/{slug}", "a b", "`hotfix/a b` cannot be a branch's name, because it has a blank or a control character in it. Name it with `--name`, like `--name crash-on-launch`.")]
    [InlineData("hotfix/{slug}", "a..b", "`hotfix/a..b` cannot be a branch's name, because it has two dots in a row. Name it with `--name`, like `--name crash-on-launch`.")]
    [InlineData("hotfix/{slug}", "", "`hotfix/` cannot be a branch's name, because it begins or ends with a slash, or has two in a row. Name it with `--name`, like `--name crash-on-launch`.")]
    [InlineData("hotfix/{slug}", "{version}:x", "`hotfix/{version}:x` cannot be a branch's name, because it has : in it. Name it with `--name`, like `--name crash-on-launch`.")]
    [InlineData("hotfix/{name}", "a", "The pattern `hotfix/{name}` has `{name}` in it, and known there is only `{version}`, `{slug}`, `{date}`, `{issue}`.")]
    public void What_cannot_be_is_told(string pattern, string slug, string sentence) => Assert.Equal(new BranchNamed(null, sentence), BranchNames.Of(pattern, "1.0.1", slug, Day, 12));

    [Fact]
    public void Whatever_the_title_the_branch_has_a_name() => Properties.Hold(
        from title in Gen.OneOf(ArbMap.Default.GeneratorFor<string>(), Gen.ListOf(Gen.Elements("a", " ", "Crash", ".", "/", "ß", "[", "]", "-", "@{", "🚀", "\uD83D", ".lock", "~", "9")).Select(string.Concat))
        from profile in Gen.Elements("cli", "appliance", "web-service", "browser-extension")
        select (title ?? "", profile),
        any => BranchNames.Slug(any.Item1) is var slug
            && slug.Length is > 0 and <= 40 && slug.Split('-').Length <= 5 && slug.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-') && slug[0] != '-' && slug[^1] != '-'
            && BranchNames.Of(ProfileReader.BuiltIn(any.profile).Branches.Branch, "1.0.1", slug, Day, 1).Refusal is null);
}

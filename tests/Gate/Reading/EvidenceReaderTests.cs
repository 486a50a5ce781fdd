using Hotfix.Gate;
using Hotfix.Gate.Reading;

namespace Hotfix.Tests.Gate.Reading;

public sealed class EvidenceReaderTests
{
    [Theory]
    [InlineData("manual", "manual", "", "")]
    [InlineData(" approval ( 2 , by: security ) ", "approval", "2", "by=security")]
    [InlineData("approval(by: security, 2)", "approval", "2", "by=security")]
    [InlineData("platforms(\"test (ubuntu, 22)\", macos)", "platforms", "test (ubuntu, 22)|macos", "")]
    [InlineData("platforms(\"os: ubuntu\")", "platforms", "os: ubuntu", "")]
    [InlineData("coverage(>= 90, check: codecov/project)", "coverage", ">= 90", "check=codecov/project")]
    [InlineData("coverage(≥90 %, check: \"a, b\")", "coverage", "≥90 %", "check=a, b")]
    [InlineData("small-diff(200, 10)", "small-diff", "200|10", "")]
    [InlineData("filled(Root cause)", "filled", "Root cause", "")]
    public void It_is_read_as_it_is_meant(string text, string name, string arguments, string named)
    {
        var (call, objection) = EvidenceReader.Read(text);

        Assert.Null(objection);
        Assert.Equal((name, arguments, named), (call!.Name, string.Join('|', call.Arguments), string.Join('|', call.Named.Select(pair => $"{pair.Key}={pair.Value}"))));
    }

    [Theory]
    [InlineData("aproval(1)", "names no kind of evidence; the nearest is approval(n, by: team)")]
    [InlineData("test-changed", "names no kind of evidence; the nearest is tests-changed")]
    [InlineData("", "is not written like approval(1)")]
    [InlineData("approval(1", "is not written like approval(n, by: team)")]
    [InlineData("approval(1))", "is not written like approval(n, by: team)")]
    [InlineData("platforms(test (ubuntu, 22))", "is not written like platforms(list)")]
    [InlineData("approval(1,)", "has an argument with nothing in it")]
    [InlineData("approval(1, by: )", "has an argument with nothing in it")]
    [InlineData("approval(1, by: a, by: b)", "says by twice")]
    public void What_cannot_be_read_is_told(string text, string objection) => Assert.Equal(objection, EvidenceReader.Read(text).Objection);

    [Fact]
    public void What_is_nowhere_near_gets_all_there_are() =>
        Assert.Equal($"names no kind of evidence; there are {string.Join(", ", Evidences.All.Select(evidence => evidence.Rule.Name))}", EvidenceReader.Read("hope").Objection);

    [Fact]
    public void No_line_is_too_long_for_a_sentence() => Assert.Equal("is longer than 500 characters", EvidenceReader.Read(new string('(', 100_000)).Objection);

    [Fact]
    public void Every_kind_has_a_name_of_its_own_and_says_what_it_is()
    {
        Assert.Distinct(Evidences.All.Select(evidence => evidence.Rule.Name));
        Assert.All(Evidences.All, evidence =>
        {
            Assert.StartsWith(evidence.Rule.Name, evidence.Rule.Usage, StringComparison.Ordinal);
            Assert.EndsWith(".", evidence.Rule.TrueWhen, StringComparison.Ordinal);
        });
    }
}

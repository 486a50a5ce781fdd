using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Gate.Reading;
using Hotfix.Tests.Support;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

/// <summary>What holds for every text that somebody may write into a pull request.</summary>
public sealed class GateProperties
{
    private const string Reviewed = "- [ ] Reviewed. <!-- hotfix:reviewed -->";
    private const string Written = "### Root cause\n\n<!-- hotfix:checklist:start -->\n- [ ] Tried. <!-- hotfix:tried -->\n" + Reviewed + "\n- [ ] Told. <!-- hotfix:told -->\n<!-- hotfix:checklist:end -->\n";

    private static readonly Gen<string> Piece = Gen.Elements(
        "- [ ] ", "- [x] ", "[x]", "- []", "Tried.", "Reviewed.", "Told.", "<!-- hotfix:tried -->", "<!-- hotfix:reviewed -->", "<!-- hotfix:reviewed manual -->", "<!-- hotfix:told -->", "<!-- hotfix:checklist:start -->\n", "<!-- hotfix:checklist:end -->\n",
        "<!--", "-->", "```\n", "~~~", "> ", "1. ", "### Root cause\n", "**Before**", "#12", "a few words here", "`", "\n", "\n\n", "\r\n", "\r", "    ", "\t", "~~", "\0", "\uD800", "\u2028", "<details>\n", "| --- |", "[a]: b\n", Reviewed, Written);

    private static readonly Gen<string> Edits = Gen.ListOf(Gen.Choose(0, Written.Length).SelectMany(at => Gen.Choose(0, 40).SelectMany(gone => Piece.Select(piece => (at, gone, piece)))))
        .Select(edits => edits.Aggregate(Written.Replace("[ ] T", "[x] T", StringComparison.Ordinal), (text, edit) => Math.Min(edit.at, text.Length) is var at ? text.Remove(at, Math.Min(edit.gone, text.Length - at)).Insert(at, edit.piece) : text));

    /// <summary>Of every kind of evidence that is not read from the text there is one item that is open.</summary>
    [Fact]
    public void No_edit_of_the_text_alone_turns_it_green() => Assert.All(Evidences.All.Where(evidence => !evidence.Rule.IsInText && Open.ContainsKey(evidence.Rule.Name)), evidence =>
    {
        var facts = Facts.With(File(".github/workflows/ci.yml", 9, 9), File("src/telemetry/a.js")) with
        {
            Fix = Facts.Fix with { Template = PinnedTemplate.Of("hotfix", "") with { Items = [new("tried", "Tried.", "manual"), new("reviewed", "Reviewed.", Open[evidence.Rule.Name]), new("told", "Told.", "manual")] } },
        };

        Properties.Hold(Gen.OneOf(Edits, Gen.ListOf(Piece).Select(string.Concat)), text => !Judging.Judge(facts.WithBody(text)).IsGreen);
    });

    [Fact]
    public void Every_kind_that_is_not_in_the_text_is_tried_above() => Assert.Equal(Evidences.All.Where(evidence => !evidence.Rule.IsInText).Select(evidence => evidence.Rule.Name).Order(), Open.Keys.Order());

    /// <summary>Or the one above would hold for the wrong reason.</summary>
    [Fact]
    public void Texts_can_be_green()
    {
        var facts = Facts with { Fix = Facts.Fix with { Template = PinnedTemplate.Of("hotfix", "") with { Items = [new("tried", "Tried.", "manual"), new("told", "Told.", "manual")] } } };

        Assert.True(Judging.Judge(facts.WithBody(Written.Replace("[ ]", "[x]", StringComparison.Ordinal))).IsGreen);
    }

    [Fact]
    public void No_text_makes_the_readers_throw() => Properties.Hold(Gen.ListOf(Piece).Select(pieces => string.Concat(pieces)), text =>
    {
        _ = (ChecklistSection.Read(text), BodyText.Section(text, "Root cause"), BodyText.Names(text, 12), BodyText.OwnWords(text, Written), EvidenceReader.Read(text));

        return true;
    });

    /// <summary>A text as long as GitHub takes it, of whatever it is hardest to read.</summary>
    [Theory]
    [InlineData("[](")]
    [InlineData("- [ ] ")]
    [InlineData("- [x] a\n")]
    [InlineData("- [x] a <!-- hotfix:a -->\n")]
    [InlineData("<!-- hotfix:a ")]
    [InlineData("<!-- hotfix:checklist:start -->\n")]
    [InlineData("`a")]
    [InlineData("**a")]
    [InlineData("#1")]
    [InlineData("> ")]
    [InlineData("### a\n")]
    [InlineData("a\n")]
    [InlineData("```\n")]
    public void What_is_repeated_to_the_limit_is_read_in_a_moment(string piece)
    {
        var text = $"{Written}{string.Concat(Enumerable.Repeat(piece, 65_000 / piece.Length))}";
        var from = Stopwatch.GetTimestamp();
        Judging.Judge(Facts.WithBody(text));
        Judging.Judge(Facts.WithBody($"<!-- hotfix:checklist:start -->\n{text}"));
        _ = (BodyText.Section(text, "Root cause"), BodyText.Names(text, 12), BodyText.OwnWords(text, Written));

        Assert.InRange(Stopwatch.GetElapsedTime(from), TimeSpan.Zero, TimeSpan.FromSeconds(10)); // a quadratic reader takes minutes
    }

    private static Dictionary<string, string> Open { get; } = new()
    {
        ["approval"] = "approval(1)",
        ["tests-changed"] = "tests-changed",
        ["checks-green"] = "checks-green",
        ["coverage"] = "coverage(>= 90)",
        ["small-diff"] = "small-diff(1, 1)",
        ["no-workflow-change"] = "no-workflow-change",
        ["build-green"] = "build-green",
        ["security-scan"] = "security-scan",
        ["version-bumped"] = "version-bumped",
        ["changelog"] = "changelog",
        ["privacy-audit"] = "privacy-audit",
        ["tester"] = "tester(1)",
        ["platforms"] = "platforms(ubuntu)",
        ["forward-port-clean"] = "forward-port-clean",
    };
}

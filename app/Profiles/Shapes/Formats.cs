using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Gate.Reading;
using Hotfix.Triage;
using Hotfix.Triage.Owners;
using Hotfix.Triage.Words;
using NodaTime;
using NodaTime.Text;

namespace Hotfix.Profiles.Shapes;

/// <summary>Which text of a profile has a form of its own: the records' types do not say.</summary>
internal static class Formats
{
    public static Format Duration { get; } = new("duration", Span.Shape, @"^(?=.)(\d{1,4}d)? ?(\d{1,5}h)? ?(\d{1,6}m)?$", text => Span.Parse(text) is not null);

    private static Format Zone { get; } = new("zone", "a time zone by its IANA name, like Europe/Berlin", null, text => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is null ? $"is no time zone by its IANA name, like {Nearest.To(text, DateTimeZoneProviders.Tzdb.Ids) ?? "Europe/Berlin"}" : null);

    private static Format Time { get; } = new("time", "a time of day like 09:00", "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$", text => text == "24:00" || LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Success);

    private static Format Date { get; } = new("date", "a date like 2026-12-25", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", IsDate);

    private static Format Holiday { get; } = new("holiday", "a date like 2026-12-25, or 12-25 for every year", "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$", text => IsDate(text) || (text.Length == 5 && IsDate($"2024-{text}"))); // a leap year, so that 02-29 is a day

    private static Format Color { get; } = new("colour", "a colour of six hexadecimal digits like b60205, without #", "^[0-9a-fA-F]{6}$", text => text.Length == 6 && text.All(char.IsAsciiHexDigit));

    private static Format LabelName { get; } = Length("label name", "a label's name", 1, 50);

    private static Format LabelDescription { get; } = Length("label description", "a label's description", 0, 100);

    public static Format Login { get; } = new("login", "a GitHub login", "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", text => text.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));

    private static Format Expression { get; } = new("regular expression", "a regular expression with a group named version", null, VersionPattern.Objection);

    private static Format BranchName { get; } = new("branch name", "the pattern of a branch's name", null, text => NamePattern.Objection(text, NamePattern.Known));

    private static Format TagName { get; } = new("tag name", "the pattern of a tag's name", @"\{version\}", text => text.Contains("{version}", StringComparison.Ordinal) ? NamePattern.Objection(text, "version") : "has no {version} in it");

    private static Format TemplateName { get; } = new("template name", "a template's name of small letters, digits and hyphens, like hotfix-p0", "^[a-z0-9][a-z0-9-]*$", text => text.Length > 0 && text[0] != '-' && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'));

    private static Format Evidence { get; } = new("evidence", "a kind of evidence like manual, approval(1) or tests-changed", @"^\s*[A-Za-z][A-Za-z0-9_-]*\s*(\([^\r\n]*\))?\s*$", text => EvidenceReader.Read(text).Objection);

    private static Format PathOrPattern { get; } = new("path pattern", "a path pattern as in a CODEOWNERS file, like tests/ or *.test.*, without [ ]", @"^(\\.|[^\[])+$", text => PathPattern.Parse(text) is not null);

    private static Format WorkflowFile { get; } = new("workflow file", "a file like .github/workflows/hotfix.yml", @"^\.github/workflows/[A-Za-z0-9_][A-Za-z0-9._-]*\.ya?ml$", IsWorkflow);

    private static Format Text { get; } = Length("line", "text", 1, 200);

    private static Format Words { get; } = new("phrase", "a few words to look for", @"\S", PhraseText.Fault);

    private static readonly Dictionary<(Type, string), Format> Known = new()
    {
        [(typeof(ClockRules), nameof(ClockRules.Zone))] = Zone,
        [(typeof(ClockRules), nameof(ClockRules.From))] = Time,
        [(typeof(ClockRules), nameof(ClockRules.To))] = Time,
        [(typeof(ClockRules), nameof(ClockRules.Holidays))] = Holiday,
        [(typeof(PauseRule), nameof(PauseRule.Label))] = LabelName,
        [(typeof(BranchRules), nameof(BranchRules.Branch))] = BranchName,
        [(typeof(BranchRules), nameof(BranchRules.Revert))] = BranchName,
        [(typeof(BranchRules), nameof(BranchRules.Tag))] = TagName,
        [(typeof(VersionFileRule), nameof(VersionFileRule.Pattern))] = Expression,
        [(typeof(ItemRule), nameof(ItemRule.Evidence))] = Evidence,
        [(typeof(PipelineRules), nameof(PipelineRules.Workflow))] = WorkflowFile,
        [(typeof(GateRules), nameof(GateRules.Tests))] = PathOrPattern,
        [(typeof(GateRules), nameof(GateRules.Telemetry))] = PathOrPattern,
        [(typeof(GateRules), nameof(GateRules.Migrations))] = PathOrPattern,
        [(typeof(GateRules), nameof(GateRules.Generated))] = PathOrPattern,
        [(typeof(GateRules), nameof(GateRules.Testers))] = Login,
        [(typeof(StartRules), nameof(StartRules.Trusted))] = Login,
        [(typeof(CommandRule), nameof(CommandRule.People))] = Login,
        [(typeof(Absence), nameof(Absence.From))] = Date,
        [(typeof(Absence), nameof(Absence.To))] = Date,
        [(typeof(RotationRule), nameof(RotationRule.Starts))] = Date,
        [(typeof(RotationRule), nameof(RotationRule.Logins))] = Login,
        [(typeof(TeamRules), nameof(TeamRules.FeatureOwners))] = Login,
        [(typeof(Label), nameof(Label.Name))] = LabelName,
        [(typeof(Label), nameof(Label.Color))] = Color,
        [(typeof(Label), nameof(Label.Description))] = LabelDescription,
        [(typeof(SeverityRule), nameof(SeverityRule.Template))] = TemplateName,
        [(typeof(SeverityRule), nameof(SeverityRule.Declared))] = Words,
        [(typeof(FrequencyRule), nameof(FrequencyRule.People))] = Words,
        [(typeof(FrequencyRule), nameof(FrequencyRule.Times))] = Words,
        [(typeof(PhraseFactor), nameof(PhraseFactor.Phrases))] = Words,
        [(typeof(FeatureRule), nameof(FeatureRule.Phrases))] = Words,
        [(typeof(AreaRule), nameof(AreaRule.Phrases))] = Words,
        [(typeof(KindRule), nameof(KindRule.Openings))] = Words,
        [(typeof(KindRule), nameof(KindRule.Phrases))] = Words,
        [(typeof(KindRule), nameof(KindRule.Answers))] = Words,
        [(typeof(SignalRule), nameof(SignalRule.Phrases))] = Words,
        [(typeof(SignalRule), nameof(SignalRule.LogPhrases))] = Words,
        [(typeof(RollBackFirst), nameof(RollBackFirst.Causes))] = Words,
        [(typeof(Profile), nameof(Profile.Headings))] = Text,
        [(typeof(Profile), nameof(Profile.TemplateLines))] = Text,
        [(typeof(Profile), nameof(Profile.Bots))] = Text,
        [(typeof(PersonRule), nameof(PersonRule.Expertise))] = Text,
        [(typeof(Profile), nameof(Profile.Workarounds))] = Words,
        [(typeof(Profile), nameof(Profile.Regressions))] = Words,
        [(typeof(Profile), nameof(Profile.Dependencies))] = Words,
    };

    /// <summary>Of the text at this key, or of the items of the list or map that stands there.</summary>
    public static Format? Of(Type type, string property) => Known.GetValueOrDefault((type, property)) ?? (type, property) switch
    {
        (_, "Title" or "Name") => Text,
        _ when type == typeof(GrammarRule) => Words,
        _ => null,
    };

    private static Format Length(string name, string what, int least, int most) =>
        new(name, $"{what} of {(least == 0 ? "at most" : $"{least} to")} {most} characters on one line", $"^.{{{least},{most}}}$", text => text.EnumerateRunes().Count() is var length && length >= least && length <= most && !text.Any(char.IsControl));

    private static bool IsWorkflow(string text) =>
        text.StartsWith(".github/workflows/", StringComparison.Ordinal) && text[".github/workflows/".Length..] is { Length: > 0 } name && name[0] is not ('.' or '-')
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-') && (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal));

    private static bool IsDate(string text) => text.Length == 10 && LocalDatePattern.Iso.Parse(text).Success;
}

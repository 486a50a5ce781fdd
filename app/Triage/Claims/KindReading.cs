using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>
/// What a report is: a form's answer first; then what the title says; then what the text claims, asks for, asks, or praises. A report with much text and no word the profile
/// knows is taken for a bug, one with little text is unclear.
/// </summary>
internal sealed class KindReading(Profile profile)
{
    /// <summary>Words of one's own below which a report without any claim says too little.</summary>
    private const int EnoughWords = 15;

    private readonly Lexicon<Kind> inTitle = new(Of(profile, rule => rule.Title));
    private readonly Lexicon<Kind> anywhere = new(Of(profile, rule => rule.Phrases));
    private readonly Lexicon<Kind> answers = new(Of(profile, rule => rule.Answers));

    public Finding<Kind> Find(ReadReport report, Values<Claim> claims, Spelling spelling)
    {
        if (report.Answers.TryGetValue(Question.Kind, out var answer) && In(answers, [.. Sentence.Split(answer, Place.Form, spelling)]) is { Value: not Kind.Unclear } stated)
        {
            return stated;
        }

        Values<Sentence> title = [.. report.Sentences.Where(sentence => sentence.Place == Place.Title)];
        Values<Sentence> text = [.. report.Sentences.Where(sentence => sentence.Place is not (Place.Title or Place.Log or Place.Expected))];
        var titled = In(inTitle, title) ?? In(anywhere, title);
        var asked = AsksIn(title);
        var serious = claims.FirstOrDefault(claim => claim.Place is not (Place.Title or Place.Log) && claim.Severity <= Severity.P1);

        return titled is { Value: Kind.Feature or Kind.Question } ? titled
            : First(claims, claim => claim.Place == Place.Title)
            ?? (asked is not null && serious is null ? asked : null)
            ?? (serious is null ? In(anywhere, text, Kind.Feature) : null)
            ?? First(claims, claim => claim.Place != Place.Log)
            ?? First(claims, _ => true)
            ?? asked
            ?? AsksIn(text)
            ?? titled
            ?? In(anywhere, text)
            ?? new(text.Concat(title).Sum(sentence => sentence.Words.Count) >= EnoughWords ? Kind.Bug : Kind.Unclear, null);
    }

    private static IEnumerable<(string, Kind)> Of(Profile profile, Func<KindRule, Values<string>> list) => profile.Kinds.SelectMany(kind => list(kind.Value).Select(phrase => (phrase, kind.Key)));

    private static Finding<Kind>? In(Lexicon<Kind> words, Values<Sentence> sentences, Kind? only = null) => sentences
        .SelectMany(sentence => words.Find(sentence).Select(match => new Finding<Kind>(match.Meaning, new(sentence.Slice(match.First, match.Last), sentence.Place))))
        .FirstOrDefault(finding => only is null || finding.Value == only);

    private static Finding<Kind>? AsksIn(Values<Sentence> sentences) => sentences
        .Where(sentence => sentence.IsQuestion)
        .Select(sentence => new Finding<Kind>(Kind.Question, new(sentence.Text.Trim(), sentence.Place)))
        .FirstOrDefault();

    private static Finding<Kind>? First(Values<Claim> claims, Func<Claim, bool> fits) =>
        claims.FirstOrDefault(fits) is { } claim ? new(Kind.Bug, claim.Evidence) : null;
}

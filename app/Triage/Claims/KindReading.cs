using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>
/// What a report is. A form's answer comes first, unless trouble is claimed against it; then a title that opens like a request; then claims of trouble; then what else the text asks for, asks, or praises.
/// A report with much text and no word the profile knows is taken for a bug, one with little text is unclear, and so is one that only says "it is broken" and not of which core feature.
/// </summary>
internal sealed class KindReading(Profile profile, Spelling spelling)
{
    /// <summary>Words of one's own below which a report without a clear claim says too little.</summary>
    private const int EnoughWords = 10;

    /// <summary>The same for a report that says only "it is broken".</summary>
    private const int EnoughVagueWords = 18;

    /// <summary>How many words may stand before the ones by which a title opens ("[Feature] add …").</summary>
    private const int Opening = 1;

    /// <summary>Two words open a request for certain ("please add"); one may be the name of a button ("Add crashes").</summary>
    private const int Clear = 2;

    private readonly Lexicon<Kind> openings = new(Of(profile, rule => rule.Openings));
    private readonly Lexicon<Kind> phrases = new(Of(profile, rule => rule.Phrases));
    private readonly Lexicon<Kind> answers = new(Of(profile, rule => rule.Answers));

    public Finding<Kind> Find(ReadReport report, Values<Claim> claims, bool core)
    {
        Values<Sentence> title = [.. report.Sentences.Where(sentence => sentence.Place == Place.Title)];
        Values<Sentence> text = [.. report.Sentences.Where(sentence => sentence.Place is not (Place.Title or Place.Log or Place.Expected))];
        Values<Claim> clear = [.. claims.Where(claim => core || !claim.Signal.Vague)];
        var words = title.Concat(text).Sum(sentence => sentence.Words.Count);

        return Stated(report, clear)
            ?? Opens(title, Kind.Feature, Clear)
            ?? Claimed(clear, claim => claim.Place == Place.Title)
            ?? Opens(title, Kind.Feature, 1)
            ?? In(title, Kind.Feature)
            ?? Claimed(clear, claim => claim.Place != Place.Log && claim.Severity <= Severity.P1)
            ?? Opens(title, Kind.Question, 1)
            ?? In(text, Kind.Feature)
            ?? Claimed(clear, claim => claim.Place != Place.Log)
            ?? (words >= EnoughVagueWords ? Claimed(claims, claim => claim.Place != Place.Log) : null)
            ?? Asked(title)
            ?? In(title, Kind.Question)
            ?? Claimed(clear, _ => true)
            ?? In(text, Kind.Question)
            ?? (claims.Count == 0 ? In(title, Kind.Praise) ?? In(text, Kind.Praise) ?? In(title, Kind.Unclear) ?? In(text, Kind.Unclear) ?? Asked(text) : null)
            ?? new(words >= (claims.Count > 0 ? EnoughVagueWords : EnoughWords) ? Kind.Bug : Kind.Unclear, claims.Count > 0 ? claims[0].Evidence : null);
    }

    private static IEnumerable<(string, Kind)> Of(Profile profile, Func<KindRule, Values<string>> list) => profile.Kinds.SelectMany(kind => list(kind.Value).Select(phrase => (phrase, kind.Key)));

    private static Finding<Kind>? Asked(Values<Sentence> sentences) => sentences
        .Where(sentence => sentence.IsQuestion)
        .Select(sentence => new Finding<Kind>(Kind.Question, new(sentence.Text.Trim(), sentence.Place)))
        .FirstOrDefault();

    private static Finding<Kind>? Claimed(Values<Claim> claims, Func<Claim, bool> fits) => claims.FirstOrDefault(fits) is { } claim ? new(Kind.Bug, claim.Evidence) : null;

    private Finding<Kind>? Stated(ReadReport report, Values<Claim> claims)
    {
        if (!report.Answers.TryGetValue(Question.Kind, out var answer))
        {
            return null;
        }

        var stated = Sentence.Split(answer, Place.Form, spelling).SelectMany(sentence => answers.Find(sentence)).Select(match => new Finding<Kind>(match.Meaning, new(answer, Place.Form))).FirstOrDefault();

        return stated is { Value: not Kind.Bug } && Claimed(claims, claim => claim.Place != Place.Log) is { } bug ? bug : stated;
    }

    private Finding<Kind>? Opens(Values<Sentence> title, Kind kind, int least) => title
        .Take(1)
        .SelectMany(sentence => openings.Find(sentence).Where(match => match.Meaning == kind && match.First <= Opening && match.Words.Count >= least).Select(match => Found(sentence, match)))
        .FirstOrDefault();

    private Finding<Kind>? In(Values<Sentence> sentences, Kind kind) => sentences
        .SelectMany(sentence => phrases.Find(sentence).Where(match => match.Meaning == kind).Select(match => Found(sentence, match)))
        .FirstOrDefault();

    private static Finding<Kind> Found(Sentence sentence, Match<Kind> match) => new(match.Meaning, new(sentence.Slice(match.First, match.Last), sentence.Place));
}

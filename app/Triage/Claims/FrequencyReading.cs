using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>
/// How many users a report speaks of: a form's answer first; a share next ("30 % of users", "2 of 5 machines"); then words for how many people; then words for how often. Of several words
/// of one sort the widest counts. "Always" counts only where trouble is spoken of.
/// </summary>
internal sealed class FrequencyReading(Profile profile, Grammar grammar, Spelling spelling)
{
    /// <summary>A sentence of so many words is about the trouble even when it does not name it: "Every time." "My colleagues all see it."</summary>
    private const int Short = 6;

    private readonly Lexicon<Frequency> people = new(profile.Frequencies.SelectMany(band => band.Value.People.Select(phrase => (phrase, band.Key))));
    private readonly Lexicon<Frequency> times = new(profile.Frequencies.SelectMany(band => band.Value.Times.Select(phrase => (phrase, band.Key))));

    public Finding<Frequency> Find(ReadReport report, Values<Claim> claims)
    {
        var claimed = claims.Select(claim => claim.Sentence).ToHashSet(ReferenceEqualityComparer.Instance);
        Values<Sentence> prose = [.. report.Sentences.Where(sentence => sentence.Place is not (Place.Log or Place.Expected))];
        Values<Sentence> ofTrouble = [.. prose.Where(sentence => claimed.Contains(sentence) || sentence.Place == Place.Title || sentence.Words.Count <= Short || grammar.SpeaksOfTrouble(sentence))];
        Values<Sentence> answered = report.Answers.TryGetValue(Question.Affected, out var answer) ? [.. Sentence.Split(answer, Place.Form, spelling)] : [];

        return ShareIn(answered) ?? Widest(people, answered) ?? ShareIn(prose) ?? Widest(people, prose) ?? Widest(times, ofTrouble) ?? new(Frequency.Unknown, null);
    }

    private Finding<Frequency>? Widest(Lexicon<Frequency> words, Values<Sentence> sentences) => sentences
        .SelectMany(sentence => grammar.Claims(sentence, words)
            .Select(match => new Finding<Frequency>(match.Meaning, new(sentence.Slice(match.First, match.Last), sentence.Place))))
        .OrderByDescending(finding => finding.Value)
        .FirstOrDefault();

    private Finding<Frequency>? ShareIn(Values<Sentence> sentences) => sentences
        .SelectMany(Share.Find)
        .Select(share => new Finding<Frequency>(BandOf(share.Percent), share.Evidence))
        .FirstOrDefault();

    private Frequency BandOf(decimal percent) =>
        profile.Frequencies.Where(band => band.Value.AbovePercent is { } above && (percent > above || above == 0)).MaxBy(band => band.Value.AbovePercent).Key;
}

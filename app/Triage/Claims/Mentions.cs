using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>Phrases that only have to be there; in a log too; with a grammar, they must be claimed. The first sentence that has one is the evidence: the title comes before the text.</summary>
internal sealed class Mentions(Values<string> phrases, Grammar? grammar)
{
    private readonly Lexicon<bool> lexicon = new(phrases.Select(phrase => (phrase, true)));

    public Evidence? Find(Values<Sentence> sentences) => sentences
        .Where(sentence => sentence.Place != Place.Expected && (grammar is null || sentence.Place != Place.Log))
        .SelectMany(sentence => (grammar?.Claims(sentence, lexicon) ?? lexicon.Find(sentence)).Select(match => new Evidence(sentence.Slice(match.First, match.Last), sentence.Place)))
        .FirstOrDefault();
}

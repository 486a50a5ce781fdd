using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>Things by name that a report may speak of, each by its own phrases; in a log too. The first words that speak of one are its evidence.</summary>
internal sealed class Topics(IEnumerable<(string Name, Values<string> Phrases)> topics)
{
    private readonly Lexicon<string> lexicon = new(topics.SelectMany(topic => topic.Phrases.Select(phrase => (phrase, topic.Name))));

    /// <summary>Each topic that is spoken of, in the order of the text.</summary>
    public Values<NamedFinding> All(Values<Sentence> sentences) => [.. Mentions(sentences).DistinctBy(found => found.Name)];

    public NamedFinding? First(Values<Sentence> sentences) => Mentions(sentences).FirstOrDefault();

    private IEnumerable<NamedFinding> Mentions(Values<Sentence> sentences) => sentences
        .Where(sentence => sentence.Place != Place.Expected)
        .SelectMany(sentence => lexicon.Find(sentence).Select(match => new NamedFinding(match.Meaning, new(sentence.Slice(match.First, match.Last), sentence.Place))));
}

using Hotfix.Domain;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage.Words;

/// <summary>Where a phrase stands in a sentence: the indexes of its words, and what it means.</summary>
internal readonly record struct Match<T>(T Meaning, Values<int> Words)
{
    public int First => Words[0];

    public int Last => Words[^1];
}

/// <summary>
/// Many phrases, each with a meaning, found in one pass over a sentence. Indexed by how a phrase begins, so that a longer list costs a reader nothing:
/// linear in the words, whatever the text.
/// </summary>
internal sealed class Lexicon<T>
{
    private const int Prefix = 2;

    private readonly Dictionary<string, List<(Phrase Phrase, T Meaning)>> byStart = new(StringComparer.Ordinal);
    private readonly List<(Phrase Phrase, T Meaning)> byEnding = [];

    public Lexicon(IEnumerable<(string Text, T Meaning)> phrases)
    {
        foreach (var (text, meaning) in phrases)
        {
            var phrase = Phrase.Parse(text);

            foreach (var start in phrase.First.Select(form => form.How == WordForm.Match.Ending ? null : Start(form.Text)).Distinct())
            {
                (start is null ? byEnding : At(start)).Add((phrase, meaning));
            }
        }
    }

    public IEnumerable<Match<T>> Find(Sentence sentence)
    {
        for (var at = 0; at < sentence.Words.Count; at++)
        {
            foreach (var (phrase, meaning) in byStart.GetValueOrDefault(Start(sentence.Words[at].Lower), []).Concat(byEnding))
            {
                if (phrase.At(sentence.Words, at) is { } words)
                {
                    yield return new(meaning, words);
                }
            }
        }
    }

    public bool IsIn(Sentence sentence) => Find(sentence).Any();

    private static string Start(string word) => word.Length <= Prefix ? word : word[..Prefix];

    private List<(Phrase Phrase, T Meaning)> At(string start) => byStart.TryGetValue(start, out var phrases) ? phrases : byStart[start] = [];
}

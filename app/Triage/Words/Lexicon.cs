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
/// Many phrases, each with a meaning, found in one pass over a sentence. Indexed by how a phrase begins (its first word, or the first two letters of one that may take any form), so that
/// a longer list costs a reader little: linear in the words, whatever the text.
/// </summary>
internal sealed class Lexicon<T>
{
    private const int Stem = 2;

    private readonly Dictionary<string, List<(Phrase Phrase, T Meaning)>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Phrase Phrase, T Meaning)>> byStem = new(StringComparer.Ordinal);
    private readonly List<(Phrase Phrase, T Meaning)> byEnding = [];

    public Lexicon(IEnumerable<(string Text, T Meaning)> phrases)
    {
        foreach (var (text, meaning) in phrases)
        {
            var phrase = Phrase.Parse(text);

            foreach (var entries in phrase.First.Select(EntriesFor).Distinct())
            {
                entries.Add((phrase, meaning));
            }
        }
    }

    public IEnumerable<Match<T>> Find(Sentence sentence)
    {
        var found = new List<Match<T>>();
        var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();

        for (var at = 0; at < sentence.Words.Count; at++)
        {
            var word = sentence.Words[at].Lower;

            if (byWord.TryGetValue(word, out var entries))
            {
                Add(found, entries, sentence.Words, at);
            }

            if (stems.TryGetValue(word.AsSpan(0, Math.Min(Stem, word.Length)), out entries))
            {
                Add(found, entries, sentence.Words, at);
            }

            Add(found, byEnding, sentence.Words, at);
        }

        return found;
    }

    public bool IsIn(Sentence sentence) => Find(sentence).Any();

    private static void Add(List<Match<T>> found, List<(Phrase Phrase, T Meaning)> entries, Values<Word> words, int at)
    {
        foreach (var (phrase, meaning) in entries)
        {
            if (phrase.At(words, at) is { } matched)
            {
                found.Add(new(meaning, matched));
            }
        }
    }

    private List<(Phrase Phrase, T Meaning)> EntriesFor(WordForm form) => form.How switch
    {
        WordForm.Match.Exact => At(byWord, form.Text),
        WordForm.Match.AnyForm => At(byStem, form.Text[..Math.Min(Stem, form.Text.Length)]),
        _ => byEnding,
    };

    private static List<(Phrase Phrase, T Meaning)> At(Dictionary<string, List<(Phrase Phrase, T Meaning)>> index, string key) =>
        index.TryGetValue(key, out var entries) ? entries : index[key] = [];
}

using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>
/// Words a profile looks for, matched as words: <c>crash~</c> any form of the word (crashes, crashed, crashing), <c>feature * fail~</c> with up to
/// <see cref="Gap"/> words of the same sentence between.
/// </summary>
internal sealed record Phrase(Values<string> Parts)
{
    private const int Gap = 6;

    public static Phrase Parse(string text) => new([.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>The first place where the phrase stands in the sentence, as the indexes of its first and last word; null when it does not.</summary>
    public (int First, int Last)? Find(Sentence sentence)
    {
        for (var first = 0; first < sentence.Words.Count; first++)
        {
            if (WordForm.Matches(Parts[0], sentence.Words[first].Lower) && Rest(sentence.Words, 1, first) is { } last)
            {
                return (first, last);
            }
        }

        return null;
    }

    /// <summary>The index of the last word when the parts from <paramref name="part"/> on follow the word at <paramref name="at"/>.</summary>
    private int? Rest(Values<Word> words, int part, int at)
    {
        if (part == Parts.Count)
        {
            return at;
        }

        var open = Parts[part] == "*";
        var wanted = open ? part + 1 : part;

        for (var next = at + 1; next < words.Count && next <= at + (open ? Gap + 1 : 1); next++)
        {
            if (WordForm.Matches(Parts[wanted], words[next].Lower) && Rest(words, wanted + 1, next) is { } last)
            {
                return last;
            }
        }

        return null;
    }
}

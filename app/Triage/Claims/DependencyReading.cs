using System.Globalization;
using Hotfix.Domain;
using Hotfix.Triage.Reading;
using Hotfix.Triage.Words;

namespace Hotfix.Triage.Claims;

/// <summary>"Blocked by #12 and #14": the numbers that follow such words, in the same sentence. Only a number behind a # of its own is an issue.</summary>
internal sealed class DependencyReading(Values<string> phrases)
{
    /// <summary>More than anybody means: a list of numbers is no dependency.</summary>
    private const int Most = 10;

    private readonly Lexicon<bool> lexicon = new(phrases.Select(phrase => (phrase, true)));

    public Values<int> Find(Values<Sentence> sentences) =>
    [
        .. sentences
            .Where(sentence => sentence.Place is not (Place.Log or Place.Expected))
            .SelectMany(sentence => lexicon.Find(sentence).SelectMany(match => After(sentence, match.Last)))
            .Distinct()
            .Take(Most),
    ];

    private static IEnumerable<int> After(Sentence sentence, int last)
    {
        for (var at = last + 1; at < sentence.Words.Count; at++)
        {
            var word = sentence.Words[at];

            if (word.Start > 0 && sentence.Text[word.Start - 1] == '#' && int.TryParse(word.Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                yield return number;
            }
            else if (word.Lower is not ("and" or "or"))
            {
                yield break;
            }
        }
    }
}

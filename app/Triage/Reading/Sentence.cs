using System.Buffers;
using Hotfix.Domain;

namespace Hotfix.Triage.Reading;

/// <summary>Words that belong to one thought: a match never reaches from one sentence into the next.</summary>
internal sealed record Sentence(string Text, Place Place, bool IsQuestion, Values<Word> Words)
{
    private const int MaxWords = 100;
    private const string Ends = ".!?;";
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",:()–—\"“”");

    /// <summary>The text between two words of this sentence, both included, as it was written.</summary>
    public string Slice(int first, int last) => Text[Words[first].Start..Words[last].End];

    /// <summary>Whether something that parts two thoughts stands between a word and the next.</summary>
    public bool PausesAfter(int word) => Text.AsSpan(Words[word].End, Words[word + 1].Start - Words[word].End).ContainsAny(Pauses) || Text.AsSpan(Words[word].End).StartsWith(" - ");

    /// <summary>Splits a line where a sentence ends: at <c>. ! ? ;</c> before white space or the end. Two question marks are an outcry, no question.</summary>
    public static IEnumerable<Sentence> Split(string line, Place place, Spelling spelling)
    {
        var start = 0;

        for (var at = 0; at < line.Length; at++)
        {
            if (Ends.Contains(line[at], StringComparison.Ordinal) && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1]) || line[at + 1] is ')' or '"'))
            {
                foreach (var sentence in Of(line[start..at], place, line[at] == '?' && !line.AsSpan(0, at).EndsWith("?"), spelling))
                {
                    yield return sentence;
                }

                start = at + 1;
            }
        }

        if (start < line.Length)
        {
            foreach (var sentence in Of(line[start..], place, false, spelling))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>A sentence of more words than anybody says is cut, so that what its words mean to each other stays cheap to tell.</summary>
    private static IEnumerable<Sentence> Of(string text, Place place, bool isQuestion, Spelling spelling) => spelling.Read(text).Chunk(MaxWords).Select(words => new Sentence(text, place, isQuestion, [.. words]));
}

using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Words that belong to one thought: a match never reaches from one sentence into the next.</summary>
internal sealed record Sentence(string Text, Place Place, Values<Word> Words)
{
    private const string Ends = ".!?;";

    /// <summary>The text between two words of this sentence, both included, as it was written.</summary>
    public string Slice(int first, int last) => Text[Words[first].Start..Words[last].End];

    /// <summary>Splits a line where a sentence ends: at <c>. ! ? ;</c> before white space or the end.</summary>
    public static IEnumerable<Sentence> Split(string line, Place place)
    {
        var start = 0;

        for (var at = 0; at < line.Length; at++)
        {
            if (Ends.Contains(line[at], StringComparison.Ordinal) && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1])))
            {
                yield return Of(line[start..at], place);
                start = at + 1;
            }
        }

        if (start < line.Length)
        {
            yield return Of(line[start..], place);
        }
    }

    private static Sentence Of(string text, Place place) => new(text, place, [.. Word.Read(text)]);
}

using Hotfix.Domain;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage.Words;

/// <summary>
/// Words a profile looks for. A part is a word form or several with <c>|</c> between; <c>*</c> lets up to three words of the same sentence stand between,
/// <c>**</c> up to eight: <c>can't|unable * install~</c>.
/// </summary>
internal sealed class Phrase
{
    private readonly (WordForm[] Forms, int Gap)[] parts;

    private Phrase((WordForm[] Forms, int Gap)[] parts) => this.parts = parts;

    /// <summary>What a match begins with.</summary>
    public IReadOnlyList<WordForm> First => parts[0].Forms;

    public static Phrase Parse(string text)
    {
        var parts = new List<(WordForm[], int)>();
        var gap = 0;

        foreach (var part in text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "*" or "**")
            {
                gap = part == "*" ? 3 : 8;
                continue;
            }

            parts.Add(([.. part.Split('|').Select(WordForm.Parse)], gap));
            gap = 0;
        }

        return new([.. parts]);
    }

    /// <summary>The indexes of the words that the parts match, when the phrase begins at this word; null when it does not.</summary>
    public Values<int>? At(Values<Word> words, int start)
    {
        Span<int> found = stackalloc int[parts.Length];
        found[0] = start;

        return Matches(0, words[start]) && Rest(words, 1, found) ? [.. found] : null;
    }

    private bool Rest(Values<Word> words, int part, Span<int> found)
    {
        if (part == parts.Length)
        {
            return true;
        }

        for (var next = found[part - 1] + 1; next < words.Count && next <= found[part - 1] + 1 + parts[part].Gap; next++)
        {
            found[part] = next;

            if (Matches(part, words[next]) && Rest(words, part + 1, found))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matches(int part, Word word)
    {
        var lower = word.Lower;

        foreach (var form in parts[part].Forms)
        {
            if (form.Matches(lower))
            {
                return true;
            }
        }

        return false;
    }
}

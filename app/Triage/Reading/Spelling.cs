namespace Hotfix.Triage.Reading;

/// <summary>
/// Writes words one way, so that a phrase need be given once: "cant" and "can not" are "can't". The pairs are the profile's, one or two words on the left.
/// </summary>
internal sealed class Spelling(IReadOnlyDictionary<string, string> pairs)
{
    private readonly HashSet<string> firsts = [.. pairs.Keys.Where(key => key.Contains(' ', StringComparison.Ordinal)).Select(key => key.Split(' ')[0])];

    public IEnumerable<Word> Read(string text)
    {
        Word? held = null;

        foreach (var word in Word.Read(text))
        {
            if (held is { } first)
            {
                held = null;

                if (pairs.TryGetValue($"{first.Lower} {word.Lower}", out var joined))
                {
                    yield return new(joined, first.Start, word.End);
                    continue;
                }

                yield return One(first);
            }

            if (firsts.Contains(word.Lower))
            {
                held = word;
            }
            else
            {
                yield return One(word);
            }
        }

        if (held is { } last)
        {
            yield return One(last);
        }
    }

    private Word One(Word word) => pairs.TryGetValue(word.Lower, out var usual) ? word with { Lower = usual } : word;
}

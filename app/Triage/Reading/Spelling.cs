namespace Hotfix.Triage.Reading;

/// <summary>
/// Writes words one way, so that a phrase need be given once: "cant" and "can not" are "can't". The pairs are the profile's, one or two words on the left.
/// </summary>
internal sealed class Spelling(IReadOnlyDictionary<string, string> pairs)
{
    public IEnumerable<Word> Read(string text)
    {
        Word? held = null;

        foreach (var word in Word.Read(text))
        {
            var next = pairs.TryGetValue(word.Lower, out var usual) ? word with { Lower = usual } : word;

            if (held is not { } first)
            {
                held = next;
            }
            else if (pairs.TryGetValue($"{first.Lower} {next.Lower}", out var joined))
            {
                // What was joined may join again: "is not able" is "isn't able" is "unable".
                held = new(joined, first.Start, next.End);
            }
            else
            {
                yield return first;
                held = next;
            }
        }

        if (held is { } last)
        {
            yield return last;
        }
    }
}

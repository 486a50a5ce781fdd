using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Several phrases that mean the same: the first sentence in which one of them stands is the evidence. The title comes before the body.</summary>
internal sealed class Phrases(IEnumerable<string> texts)
{
    private readonly Phrase[] phrases = [.. texts.Select(Phrase.Parse)];

    public Evidence? Find(Values<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Find(sentence) is var (first, last))
                {
                    return new(sentence.Slice(first, last), sentence.Place);
                }
            }
        }

        return null;
    }
}

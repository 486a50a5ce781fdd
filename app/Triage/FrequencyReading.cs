using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>How many users a report speaks of: a share in percent where one is given ("30 % of users"), else the words of the profile's bands, the widest first.</summary>
internal sealed class FrequencyReading(Profile profile)
{
    private static readonly Phrases Users = new(["user~", "people", "customer~", "tester~", "install~", "of us", "of them"]);

    private readonly (Frequency Frequency, FrequencyRule Rule, Phrases Phrases)[] bands =
        [.. profile.Frequencies.OrderByDescending(band => band.Key).Select(band => (band.Key, band.Value, new Phrases(band.Value.Keywords)))];

    public Finding<Frequency> Find(Values<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (Share(sentence) is var (percent, evidence) && Users.Find([sentence]) is not null)
            {
                return new(bands.First(band => percent > (band.Rule.AbovePercent ?? -1)).Frequency, evidence);
            }
        }

        foreach (var band in bands)
        {
            if (band.Phrases.Find(sentences) is { } evidence)
            {
                return new(band.Frequency, evidence);
            }
        }

        return new(Frequency.Unknown, null);
    }

    private static (decimal Percent, Evidence Evidence)? Share(Sentence sentence)
    {
        for (var at = 0; at < sentence.Words.Count; at++)
        {
            if (sentence.Words[at].Lower is [.., '%'] word && decimal.TryParse(word[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
            {
                return (percent, new(sentence.Slice(at, at), sentence.Place));
            }
        }

        return null;
    }
}

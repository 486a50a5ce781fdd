using System.Globalization;
using Hotfix.Domain;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage.Claims;

/// <summary>A share of users or machines, in percent: "30 % of our users", "2 of 5 machines", "3 out of 10". A percentage of anything else is none.</summary>
internal readonly record struct Share(decimal Percent, Evidence Evidence)
{
    private static readonly string[] Users = ["user", "people", "customer", "tester", "install", "client", "machine", "device", "laptop", "computer", "account", "session", "browser", "us", "them", "team", "host", "server", "request", "time", "attempt", "run"];

    public static IEnumerable<Share> Find(Sentence sentence)
    {
        var words = sentence.Words;

        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Lower is [.., '%'] word && Number(word[..^1]) is { } percent and <= 100 && IsOfUsers(words, at))
            {
                yield return new(percent, new(sentence.Slice(at, at), sentence.Place));
            }
            else if (at + 2 < words.Count && Number(words[at].Lower) is { } part && Whole(words, at) is var (whole, last) && part <= whole && whole > 1)
            {
                yield return new(100 * part / whole, new(sentence.Slice(at, last), sentence.Place));
            }
        }
    }

    /// <summary>"of 5" or "out of 5", and users or machines next.</summary>
    private static (decimal Whole, int Last)? Whole(Values<Word> words, int at)
    {
        var of = words[at + 1].Lower == "out" ? at + 2 : at + 1;

        return of + 1 < words.Count && words[of].Lower == "of" && Number(words[of + 1].Lower) is { } whole && (of > at + 1 || IsOfUsers(words, of)) ? (whole, of + 1) : null;
    }

    private static bool IsOfUsers(Values<Word> words, int at) => words.Skip(at + 1).Take(5).Any(word => Users.Any(user => word.Lower.StartsWith(user, StringComparison.Ordinal)));

    private static decimal? Number(string word) => decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;
using Hotfix.Domain;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage.Claims;

/// <summary>A share of users or machines, in percent: "30 % of our users", "2 of 5 machines", "3 out of 10". A percentage of anything else is none.</summary>
internal readonly record struct Share(decimal Percent, Evidence Evidence)
{
    private static readonly string[] Users = ["user", "people", "customer", "tester", "install", "client", "machine", "device", "laptop", "computer", "account", "browser", "us", "them", "team", "host", "server", "request", "attempt", "fleet", "department", "student", "colleague", "employee", "office", "tester", "member", "visitor", "everyone"];

    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static IEnumerable<Share> Find(Sentence sentence)
    {
        var words = sentence.Words;

        for (var at = 0; at < words.Count; at++)
        {
            var isSpelled = at + 1 < words.Count && words[at + 1].Lower is "percent" or "percents";

            if ((words[at].Lower is [.., '%'] || isSpelled) && Number(words[at].Lower.TrimEnd('%')) is { } percent and <= 100 && IsOfUsers(words, at))
            {
                yield return new(percent, new(sentence.Slice(at, isSpelled ? at + 1 : at), sentence.Place));
            }
            else if (at + 2 < words.Count && Number(words[at].Lower) is { } part && Whole(words, at) is var (whole, last) && part <= whole && whole > 1)
            {
                yield return new(100 * part / whole, new(sentence.Slice(at, last), sentence.Place));
            }
        }
    }

    /// <summary>"of 5", "out of 5", "of our 5" or "in five", and users or machines next.</summary>
    private static (decimal Whole, int Last)? Whole(Values<Word> words, int at)
    {
        var of = words[at + 1].Lower == "out" ? at + 2 : at + 1;
        var number = of + 1 < words.Count && words[of + 1].Lower is "our" or "the" or "my" ? of + 2 : of + 1;

        return number < words.Count && words[of].Lower is "of" or "in" && Number(words[number].Lower) is { } whole && IsOfUsers(words, number) ? (whole, number) : null;
    }

    private static bool IsOfUsers(Values<Word> words, int at) => words.Skip(at + 1).Take(5).Any(word => Users.Any(user => word.Lower.StartsWith(user, StringComparison.Ordinal)));

    private static decimal? Number(string word) =>
        Array.IndexOf(Words, word) is var counted and >= 0 ? counted + 1
        : decimal.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}

using System.Text.RegularExpressions;
using Hotfix.Domain;

namespace Hotfix.Bench;

/// <summary>
/// The words of titles in which a false P0, or a P0 that was missed, occurs most: most beyond what a word that is in as many titles would have by chance, or "the" would lead every list. A word counts once a title, and
/// from three letters.
/// </summary>
internal sealed class CostlyWords
{
    private static readonly Regex Word = new(@"\p{L}{3,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private readonly Dictionary<string, Cost> costs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Cost all = new();

    public void Add(string title, Severity actual, Severity predicted)
    {
        Count(all, actual, predicted);

        foreach (var word in Word.Matches(title).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!costs.TryGetValue(word, out var cost))
            {
                costs.Add(word, cost = new Cost());
            }

            Count(cost, actual, predicted);
        }
    }

    public IReadOnlyList<(string Word, Cost Cost)> Most(Func<Cost, int> by, int count) =>
    [
        .. costs.Where(pair => Surplus(pair.Value, by) > 0).OrderByDescending(pair => Surplus(pair.Value, by)).ThenBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .Take(count).Select(pair => (pair.Key.ToLowerInvariant(), pair.Value)),
    ];

    private static void Count(Cost cost, Severity actual, Severity predicted)
    {
        cost.Titles++;
        cost.Found += actual == Severity.P0 && predicted == Severity.P0 ? 1 : 0;
        cost.FalseAlarms += actual != Severity.P0 && predicted == Severity.P0 ? 1 : 0;
        cost.Missed += actual == Severity.P0 && predicted != Severity.P0 ? 1 : 0;
    }

    private double Surplus(Cost cost, Func<Cost, int> by) => by(cost) - ((double)by(all) * cost.Titles / all.Titles);

    /// <summary>Titles with a word: in how many P0 was right, wrong, or missed.</summary>
    internal sealed class Cost
    {
        public int Titles { get; set; }

        public int Found { get; set; }

        public int FalseAlarms { get; set; }

        public int Missed { get; set; }
    }
}

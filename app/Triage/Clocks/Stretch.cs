using Hotfix.Domain;
using NodaTime;

namespace Hotfix.Triage.Clocks;

/// <summary>A stretch of time, its end not included.</summary>
internal readonly record struct Stretch(Instant From, Instant To)
{
    /// <summary>The end of what has none yet.</summary>
    public static readonly Instant Open = Instant.MaxValue;

    /// <summary>The same time in stretches that neither overlap nor touch, in order.</summary>
    public static Values<Stretch> Union(IEnumerable<Stretch> stretches)
    {
        var union = new List<Stretch>();

        foreach (var next in stretches.Where(stretch => stretch.From < stretch.To).OrderBy(stretch => stretch.From))
        {
            if (union.Count > 0 && next.From <= union[^1].To)
            {
                union[^1] = union[^1] with { To = Instant.Max(union[^1].To, next.To) };
            }
            else
            {
                union.Add(next);
            }
        }

        return [.. union];
    }
}

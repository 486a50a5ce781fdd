using System.Collections.Concurrent;

namespace Hotfix.GitHub.Limits;

/// <summary>All that is kept of one installation to stay within its limits; another installation's lane is not touched by it.</summary>
internal sealed class Lane(Pacing pacing, TimeProvider time)
{
    public Block Block { get; } = new(pacing.Spacing, time);

    public CreateBudget Creates { get; } = new(pacing);

    public Line Reads { get; } = new(pacing.Reads);

    public Line Writes { get; } = new(pacing.Writes);
}

/// <summary>The lanes of all installations that were worked with.</summary>
internal sealed class Lanes(Pacing pacing, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, Lane> lanes = new();

    public Lane Of(long installation) => lanes.GetOrAdd(installation, _ => new Lane(pacing, time));
}

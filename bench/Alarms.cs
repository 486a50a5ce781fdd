using Hotfix.Domain;

namespace Hotfix.Bench;

/// <summary>Reports that have no class: how many of them are called P0, and P0 or P1. Each is a false alarm.</summary>
internal sealed class Alarms
{
    private readonly int[] called = new int[Enum.GetValues<Severity>().Length];

    public int Total { get; private set; }

    public void Add(Severity? predicted)
    {
        Total++;

        if (predicted is { } severity)
        {
            called[(int)severity]++;
        }
    }

    /// <summary>The share called <paramref name="limit"/> or worse.</summary>
    public double Called(Severity limit) => Total == 0 ? double.NaN : (double)called[..((int)limit + 1)].Sum() / Total;
}

using System.Diagnostics.CodeAnalysis;

namespace Hotfix.Sandbox;

/// <summary>Chance that repeats itself for a seed. Safe to use from many threads.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A test double wants the same ids and the same faults again; nothing here guards anything.")]
internal sealed class SandboxChance(int seed)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public double Fraction()
    {
        lock (gate)
        {
            return random.NextDouble();
        }
    }

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];

        lock (gate)
        {
            random.NextBytes(bytes);
        }

        return bytes;
    }

    public string Id() => new Guid(Bytes(16)).ToString();
}

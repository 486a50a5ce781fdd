using FsCheck;
using FsCheck.Fluent;

namespace Hotfix.Tests.Support;

/// <summary>Something that must hold for whatever FsCheck comes up with. The seed is fixed, so that a failure is the same for everybody; its message names seed and counterexample.</summary>
internal static class Properties
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500).WithEndSize(40).WithReplay(20261121, 31);

    public static void Hold<T>(Gen<T> any, Func<T, bool> holds) => Prop.ForAll(Arb.From(any), holds).Check(Fixed);

    /// <summary>The same in an order of its own.</summary>
    public static IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var random = new Random(seed);

        return [.. items.OrderBy(_ => random.Next())];
    }
}

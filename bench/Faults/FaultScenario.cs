namespace Hotfix.Bench.Faults;

/// <summary>One way in which things go wrong.</summary>
/// <param name="Store">The kind of store that it can happen to.</param>
/// <param name="Happen">Starts what serves, has the deliveries sent, and lets it happen meanwhile; what is left is recovered after it.</param>
internal sealed record FaultScenario(string Name, Type Store, Func<FaultRun, Task> Happen)
{
    public bool IsOn(bool azure) => Store.IsAssignableFrom(typeof(AccountStore)) ? azure || Store == typeof(FaultStore) : !azure;
}

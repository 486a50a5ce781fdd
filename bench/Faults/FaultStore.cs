using Hotfix.Ports;

namespace Hotfix.Bench.Faults;

/// <summary>The store that a scenario runs on, new and empty.</summary>
internal abstract class FaultStore : IAsyncDisposable
{
    /// <summary>As <c>HOTFIX_STORE</c> has it.</summary>
    public abstract string Address { get; }

    /// <summary>Looks into it beside the processes that use it, past whatever goes wrong between them and it.</summary>
    public abstract IStore Open();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask EndAsync();
}

using Hotfix.Ports;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// Counts requests where they are really sent: tokens, retries and redirects included. One that several flows share is counted for the first.
/// </summary>
internal sealed class CallMeter : ICallMeter
{
    private readonly AsyncLocal<CallCount?> current = new();

    public CallCount Begin()
    {
        var outer = current.Value;

        return current.Value = new CallCount(() => current.Value = outer);
    }

    public void Count() => current.Value?.Increment();
}

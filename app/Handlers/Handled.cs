namespace Hotfix.Handlers;

/// <summary>One handling of a delivery, over: what the log line says, and what demo and tests wait for.</summary>
/// <param name="Head">As it stands now. Still waiting: it will be tried again, not before its <c>NotBefore</c>.</param>
/// <param name="Calls">HTTP requests sent to GitHub, tokens included.</param>
internal sealed record Handled(DeliveryHead Head, Domain.Hotfix? Hotfix, TimeSpan Took, int Calls, Exception? Error);

/// <summary>Hears of each handling as it ends. Must not throw, and returns at once.</summary>
internal interface IHandlingObserver
{
    void OnHandled(Handled handled);
}

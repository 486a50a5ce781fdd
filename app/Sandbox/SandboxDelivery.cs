namespace Hotfix.Sandbox;

/// <summary>
/// One webhook delivery, ready to be signed and sent; sending it again is a redelivery. The id is a GUID, as <c>X-GitHub-Delivery</c> carries it;
/// the event is named as <c>X-GitHub-Event</c> names it.
/// </summary>
internal sealed record SandboxDelivery(string Id, string Event, byte[] Payload)
{
    /// <summary>Whose installation hears of it; null where everybody does.</summary>
    public SandboxInstallation? To { get; init; }

    /// <summary>Whether GitHub sends it at all: what an App may not read, it does not hear of.</summary>
    public bool IsHeard => To?.Hears(Event) ?? true;
}

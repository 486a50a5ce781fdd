namespace Hotfix.Sandbox;

/// <summary>How a sandbox behaves from its start.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Tells when a token ends, when a rate limit's hour is over, and what stands in <c>created_at</c> and in the <c>Date</c> header.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Delivery ids, tokens and random faults follow from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Requests an hour for each installation (GitHub gives 5,000 and more); null for no limit.</summary>
    public int? RequestsPerHour { get; init; }

    /// <summary>Where webhooks go; can be set later, when the receiver has started.</summary>
    public Uri? Hook { get; init; }

    /// <summary>Whether the App's own writes come back to it as webhooks, as they do on GitHub.</summary>
    public bool Echo { get; init; }

    /// <summary>The registered App; null to make one.</summary>
    public SandboxApp? App { get; init; }

    /// <summary>Told of each request and its answer, before the answer is sent. It is called from many threads.</summary>
    public Action<SandboxExchange>? Exchanged { get; init; }
}

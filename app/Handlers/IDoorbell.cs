using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>
/// A doorbell that somebody answers, whoever hands it out. It rings for <see cref="Key"/> until it is settled; whoever answers it must not go on past <see cref="IsOver"/>.
/// <para>Errors: <see cref="StoreUnavailableException"/>.</para>
/// </summary>
internal interface IDoorbell
{
    string Key { get; }

    /// <summary>Names whoever answers it, in the key's lease: nobody else has this name.</summary>
    string Holder { get; }

    /// <summary>Whether it was answered for long enough: what is left is for the next one.</summary>
    bool IsOver { get; }

    /// <summary>It stays silent for longer than a lease taken now.</summary>
    /// <exception cref="LeaseLostException">It rang for somebody else.</exception>
    Task KeepAsync(CancellationToken cancellationToken);

    /// <summary>It, or another in its place, rings after the pause.</summary>
    Task RingAgainAsync(TimeSpan pause, CancellationToken cancellationToken);

    /// <summary>What it rang for is done.</summary>
    Task SettleAsync(CancellationToken cancellationToken);

    /// <summary>Somebody else holds the key, and has a doorbell of their own.</summary>
    Task GiveWayAsync(CancellationToken cancellationToken);

    /// <summary>Whoever answers it is stopping: it rings at once for the next one.</summary>
    Task LetGoAsync();
}

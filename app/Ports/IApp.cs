using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>Who we are on GitHub, and what is cached of each installation. Errors: as for <see cref="IIssues"/>.</summary>
internal interface IApp
{
    /// <summary>The App's own identity; asked of GitHub once, then remembered.</summary>
    Task<AppIdentity> IdentityAsync(CancellationToken cancellationToken);

    /// <summary>What the App may do and hears of, as its owner has set it by now; asked of GitHub each time.</summary>
    Task<AppRegistration> RegistrationAsync(CancellationToken cancellationToken);

    /// <summary>Drops the cached token of an installation.</summary>
    void Forget(long installation);
}

/// <summary>Counts the GitHub calls made on behalf of one delivery.</summary>
internal interface ICallMeter
{
    /// <summary>Starts counting for the calling flow of execution (what it awaits included), until disposed.</summary>
    CallCount Begin();
}

/// <summary>A running count of HTTP requests sent, tokens included.</summary>
internal sealed class CallCount(Action end) : IDisposable
{
    private int value;

    public int Value => value;

    public void Increment() => Interlocked.Increment(ref value);

    public void Dispose() => end();
}

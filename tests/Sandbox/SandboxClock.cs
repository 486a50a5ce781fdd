namespace Hotfix.Tests.Sandbox;

/// <summary>A clock that goes on only when it is told to.</summary>
internal sealed class SandboxClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

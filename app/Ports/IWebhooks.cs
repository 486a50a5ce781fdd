using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>What the handlers need to understand a delivery's bytes. Errors: <see cref="FormatException"/> with one sentence when the bytes are not what the event's name promises.</summary>
internal interface IWebhooks
{
    bool IsOurs(string name);

    /// <summary>Which deliveries this one belongs with, and whether people are waiting for it more than for others.</summary>
    DeliveryAddress Address(string name, ReadOnlySpan<byte> body);

    /// <summary>The event, or null when it is not ours: of no use to us, or done by this App itself.</summary>
    GitHubEvent? Parse(string name, ReadOnlySpan<byte> body, AppIdentity self);
}

/// <param name="Key">The ordering key; also the partition in which everything about it is stored.</param>
/// <param name="Repository">owner/name for the log, or null.</param>
/// <param name="Event">The event as far as it can be told without knowing under which name we act, or null.</param>
/// <param name="IsNoise">It is about code and of no use to the configuration, and one of very many: not worth its place on the disk, unless it is about a hotfix.</param>
/// <param name="About">What it happened to, by which a hotfix's own are known: <c>pull/12</c>, <c>heads/hotfix/v1.0.1</c>, <c>tags/v1.0.1</c>, <c>commits/</c> and the commit. Such a delivery belongs with the hotfix's issue.</param>
/// <param name="RepositoryId">The repository these are of.</param>
internal sealed record DeliveryAddress(string Key, string? Repository, GitHubEvent? Event, bool IsNoise = false, Values<string> About = default, long RepositoryId = 0);

using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Tests.Rollout;

/// <summary>What the store may say, in a line.</summary>
internal static class Statuses
{
    public static ChromeVersion V(string version) => ChromeVersion.TryParse(version)!.Value;

    public static Revision Published(params (string Version, int Percentage)[] channels) => Of(ItemState.Published, channels);

    public static Revision Of(ItemState state, params (string Version, int Percentage)[] channels) => new(state, [.. channels.Select(channel => new Channel(V(channel.Version), channel.Percentage))]);

    public static Revision Of(ItemState state, string version) => Of(state, (version, 100));
}

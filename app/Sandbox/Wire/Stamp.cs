using System.Globalization;

namespace Hotfix.Sandbox.Wire;

/// <summary>A time as GitHub writes it: UTC, whole seconds, <c>Z</c>.</summary>
internal static class Stamp
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

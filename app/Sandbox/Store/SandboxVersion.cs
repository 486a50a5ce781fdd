using System.Globalization;

namespace Hotfix.Sandbox.Store;

/// <summary>Versions as the store compares them: by their numbers, what is missing being 0.</summary>
internal static class SandboxVersion
{
    public static bool IsOne(string text) => text.Split('.') is { Length: <= 4 } parts
        && parts.All(part => part.Length is > 0 and <= 5 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0') && int.Parse(part, CultureInfo.InvariantCulture) <= 65535)
        && parts.Any(part => part != "0");

    public static int Compare(string left, string right) => Numbers(left).Zip(Numbers(right), (a, b) => a.CompareTo(b)).FirstOrDefault(order => order != 0);

    private static int[] Numbers(string version) => [.. version.Split('.').Concat(["0", "0", "0"]).Take(4).Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
}

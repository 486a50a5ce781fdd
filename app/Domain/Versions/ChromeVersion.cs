using System.Globalization;

namespace Hotfix.Domain.Versions;

/// <summary>
/// A version as the Chrome Web Store takes it (developer.chrome.com, manifest key "version"): one to four numbers from 0 to 65535 with dots between, none with a leading zero, not all zero; what is missing counts as 0.
/// Chromium itself takes more (1.01, 1.65536, 0): the store does not.
/// </summary>
internal readonly record struct ChromeVersion(ushort Major, ushort Minor, ushort Patch, ushort Build) : IComparable<ChromeVersion>
{
    private const int MaxParts = 4;
    private const int MaxDigits = 5;

    private ulong Rank => ((ulong)Major << 48) | ((ulong)Minor << 32) | ((ulong)Patch << 16) | Build;

    public static bool operator <(ChromeVersion left, ChromeVersion right) => left.Rank < right.Rank;

    public static bool operator >(ChromeVersion left, ChromeVersion right) => left.Rank > right.Rank;

    public static bool operator <=(ChromeVersion left, ChromeVersion right) => left.Rank <= right.Rank;

    public static bool operator >=(ChromeVersion left, ChromeVersion right) => left.Rank >= right.Rank;

    /// <summary>Why the store does not take the text, as the end of a sentence; null when it does.</summary>
    public static string? Objection(string text)
    {
        var parts = text.Split('.', MaxParts + 2);

        return parts switch
        {
            { Length: > MaxParts } => "has more than four numbers",
            _ when parts.Any(part => part is "" || part.Any(character => character is < '0' or > '9')) => "is not one to four numbers with dots between",
            _ when parts.Any(part => part.Length > 1 && part[0] == '0') => "has a number with a leading zero",
            _ when parts.Any(part => part.Length > MaxDigits || Number(part) > ushort.MaxValue) => "has a number above 65535",
            _ when parts.All(part => part == "0") => "is all zero",
            _ => null,
        };
    }

    public static ChromeVersion? TryParse(string text)
    {
        if (Objection(text) is not null)
        {
            return null;
        }

        var numbers = text.Split('.').Select(part => (ushort)Number(part)).ToList();

        return new(numbers[0], numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2), numbers.ElementAtOrDefault(3));
    }

    /// <summary>The lowest one above; null above the highest there is.</summary>
    public ChromeVersion? Next() => Rank == ulong.MaxValue ? null : FromRank(Rank + 1);

    public int CompareTo(ChromeVersion other) => Rank.CompareTo(other.Rank);

    /// <summary>Three numbers, and the fourth where it is not zero.</summary>
    public override string ToString() =>
        Build == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}") : string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}.{Build}");

    private static ChromeVersion FromRank(ulong rank) => new((ushort)(rank >> 48), (ushort)(rank >> 32), (ushort)(rank >> 16), (ushort)rank);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>What more than one kind of evidence says.</summary>
internal static class GateSentences
{
    public const string NotWhole = "GitHub lists only a part of this pull request, and what is not seen must not count as absent: look yourself, and override the item.";

    /// <summary>The first so many, and how many more.</summary>
    public static string Few(IReadOnlyList<string> names, int most) => names.Count <= most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(most))} and {Number(names.Count - most)} more";

    public static string People(IEnumerable<string> logins) => Few([.. logins.Select(Quote.Code)], 5);

    public static string Checks(IEnumerable<string> names) => Few([.. names.Select(Quote.Code)], 5);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Domain;

/// <summary>
/// A length of time as people write it in a profile: <c>30m</c>, <c>4h</c>, <c>1d</c>, <c>1d 4h</c>. A day is a day of the clock that counts it: 24 hours where it runs round, one working day where it counts business hours.
/// </summary>
internal readonly partial record struct Span(int Days, TimeSpan Time) : IComparable<Span>
{
    public const string Shape = "a length of time like 30m, 4h, 1d or 1d 4h";

    public static Span? Parse(string text) => Pattern().Match(text) is { Success: true, Length: > 0 } found && text.Length > 0
        ? new(Part(found, "d"), TimeSpan.FromHours(Part(found, "h")) + TimeSpan.FromMinutes(Part(found, "m")))
        : null;

    /// <summary>For comparing: a day as 24 hours.</summary>
    public TimeSpan Longest => TimeSpan.FromDays(Days) + Time;

    public int CompareTo(Span other) => Longest.CompareTo(other.Longest);

    public override string ToString() => string.Join(' ', new[] { (Days, "d"), ((int)Time.TotalHours, "h"), (Time.Minutes, "m") }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1}{part.Item2}").DefaultIfEmpty("0m"));

    private static int Part(Match found, string name) => found.Groups[name] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?=.)(?:(?<d>\d{1,4})d)?\s?(?:(?<h>\d{1,5})h)?\s?(?:(?<m>\d{1,6})m)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>Times as people write them in a command; UTC unless they say otherwise.</summary>
internal static class Times
{
    private static readonly string[] Clock = ["H:mm", "HH:mm"];

    private static readonly string[] Dates = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>A time that has been: <c>14:05</c> is the last time it was so. Null for what is no time.</summary>
    public static DateTimeOffset? Past(string given, DateTimeOffset now) => Today(given, now) is { } today ? today <= now ? today : today.AddDays(-1) : Dated(given);

    /// <summary>A time to come: <c>18:00</c> is the next time it is so, <c>4h</c> is four hours from now. Null for what is no time.</summary>
    public static DateTimeOffset? Coming(string given, DateTimeOffset now) => Today(given, now) is { } today ? today > now ? today : today.AddDays(1) : Span.Parse(given) is { } span ? now + span.Longest : Dated(given);

    private static DateTimeOffset? Today(string given, DateTimeOffset now) =>
        TimeOnly.TryParseExact(given, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(time), TimeSpan.Zero) : null;

    private static DateTimeOffset? Dated(string given) => DateTimeOffset.TryParseExact(given, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

using Hotfix.Domain;
using NodaTime.Text;

namespace Hotfix.Profiles.Checks;

/// <summary>How long a day is where business hours are counted, so that <c>1d</c> and <c>10h</c> compare.</summary>
internal static class WorkingDay
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A day that ends before it begins is an error of its own; here it counts as a whole one.</summary>
    public static TimeSpan Length(ClockRules clocks) => Minutes(clocks.To) - Minutes(clocks.From) is var minutes and > 0 ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromDays(1);

    public static TimeSpan Time(Span span, TimeSpan day) => (span.Days * day) + span.Time;

    private static int Minutes(string time) => time == "24:00" ? 24 * 60 : Pattern.Parse(time).Value is var at ? (at.Hour * 60) + at.Minute : 0;
}

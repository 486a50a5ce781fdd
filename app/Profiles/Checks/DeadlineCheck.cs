using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>First somebody responds, then it is mended, then it is released.</summary>
internal static class DeadlineCheck
{
    public static IEnumerable<Fault> Find(Profile profile) =>
        profile.Severities.SelectMany(severity => Of($"severities.{severity.Key}", severity.Value, severity.Value.Clock == ClockKind.Always ? TimeSpan.FromDays(1) : WorkingDay.Length(profile.Clocks)));

    /// <param name="day">How long a day is to the severity's clock.</param>
    private static IEnumerable<Fault> Of(string path, SeverityRule rule, TimeSpan day)
    {
        (string Key, Span? Within) respond = ("respond_within", rule.RespondWithin), fix = ("fix_within", rule.FixWithin), release = ("release_within", rule.ReleaseWithin);

        foreach (var (earlier, later) in new[] { (respond, fix), (fix, release), (fix.Within is null ? respond : fix, release) }.Distinct())
        {
            if (later.Within is { } end && earlier.Within is { } start && WorkingDay.Time(end, day) < WorkingDay.Time(start, day))
            {
                yield return new($"`{later.Key}` is {end} and `{earlier.Key}` is {start}: the one comes after the other, so it cannot be shorter.", $"{path}.{later.Key}", $"{path}.{earlier.Key}");
            }
        }
    }
}

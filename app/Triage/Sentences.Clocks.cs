using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>What the card says of time: always absolute, always UTC.</summary>
internal static partial class Sentences
{
    public static string Deadline(Deadline deadline, Values<int> dependsOn = default) => deadline switch
    {
        { MetAt: { } met, Due: { } due } => $"**{Done(deadline.Kind)}** {At(met)}, {(met <= due ? "in time" : "late")}: it was due {At(due)}.",
        { MetAt: { } met } => $"**{Done(deadline.Kind)}** {At(met)}.",
        { PausedFor: { } reason, Left: { } left } => $"**{ToDo(deadline.Kind)}** the clock stands still, {Waiting(reason, dependsOn)}; {(left < TimeSpan.Zero ? $"it was overdue by {Length(-left)} then" : $"{Length(left)} are left")}.",
        { Left: not null } => $"**{ToDo(deadline.Kind)}** the clock stopped when the issue was closed.",
        { Due: { } due } => $"**{ToDo(deadline.Kind)}** {At(due)}.",
        _ => $"**{ToDo(deadline.Kind)}** never: the calendar has no working hours left.",
    };

    public static string Effort(EffortEstimate effort) =>
        $"{Length(effort.Usual)} ({Length(effort.Least)} to {Length(effort.Most)}), {(effort.LearnedFrom == 0 ? "by the profile's estimate" : $"from the last {effort.LearnedFrom} of its kind")}.";

    public static string DependsOn(Values<int> issues) => $"{string.Join(", ", issues.Select(number => $"#{number}"))}, as the report says.";

    public static string RollBackFirst(Assessment assessment, Profile profile) =>
        $"{Capital(string.Join(", ", assessment.RollBackFirst.Select(reason => Why(reason, assessment, profile))))}. Take the last release back, then mend it in peace.";

    public static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Hours and minutes, as people say them.</summary>
    public static string Length(TimeSpan time) => ((int)time.TotalHours, time.Minutes) switch
    {
        (0, var minutes) => $"{minutes} min",
        (var hours, 0) => $"{hours} h",
        var (hours, minutes) => $"{hours} h {minutes} min",
    };

    private static string Why(RollBackReason reason, Assessment assessment, Profile profile) => reason switch
    {
        RollBackReason.CauseUnknown => "nobody has named the cause yet",
        RollBackReason.ManyAffected => $"{profile.Frequencies[assessment.Frequency.Value].Title} are hit",
        _ => $"several parts are hit ({string.Join(", ", assessment.Areas.Select(area => profile.Areas.TryGetValue(area.Name, out var rule) ? rule.Title : area.Name))})",
    };

    public static string Waiting(PauseReason reason, Values<int> dependsOn) => reason switch
    {
        PauseReason.Reporter => "waiting for the reporter",
        PauseReason.Store => "waiting for the store",
        _ when dependsOn.Count > 0 => $"waiting for {string.Join(", ", dependsOn.Select(number => $"#{number}"))}",
        _ => "waiting for another issue",
    };

    private static string ToDo(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Respond => "Respond by",
        DeadlineKind.Fix => "Fix by",
        _ => "Release by",
    };

    private static string Done(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Respond => "Responded",
        DeadlineKind.Fix => "Fixed",
        _ => "Released",
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

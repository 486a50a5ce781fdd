using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Triage.Owners;

/// <summary>Whose turn it is on a day.</summary>
internal static class Turns
{
    /// <summary>The logins from the one whose turn it is on, in the order in which theirs come; none without a rotation. Before the first day the list runs backwards.</summary>
    public static Values<string> Of(RotationRule? rotation, DateOnly today)
    {
        if (rotation is not { Logins.Count: > 0 and var people, Days: > 0 and var days } || !DateOnly.TryParseExact(rotation.Starts, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var starts))
        {
            return [];
        }

        var turn = (int)Math.Floor((today.DayNumber - starts.DayNumber) / (double)days) % people;
        var first = (turn + people) % people;

        return [.. rotation.Logins.Skip(first).Concat(rotation.Logins.Take(first)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}

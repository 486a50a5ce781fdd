using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>The usual time lies in its range.</summary>
internal static class EffortCheck
{
    public static IEnumerable<Fault> Find(Profile profile)
    {
        var day = WorkingDay.Length(profile.Clocks);

        foreach (var (impact, rule) in profile.Effort.Estimates)
        {
            var path = $"effort.estimates.{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{impact}")}";

            if (WorkingDay.Time(rule.Least, day) > WorkingDay.Time(rule.Usual, day))
            {
                yield return new($"`least` is {rule.Least} and `usual` is {rule.Usual}: the least cannot be more than usual.", $"{path}.least", $"{path}.usual");
            }

            if (WorkingDay.Time(rule.Usual, day) > WorkingDay.Time(rule.Most, day))
            {
                yield return new($"`most` is {rule.Most} and `usual` is {rule.Usual}: the most cannot be less than usual.", $"{path}.most", $"{path}.usual");
            }
        }
    }
}

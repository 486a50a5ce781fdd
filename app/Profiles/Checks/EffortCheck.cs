using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>The usual time lies in its range.</summary>
internal static class EffortCheck
{
    public static IEnumerable<Fault> Find(Profile profile)
    {
        foreach (var (impact, rule) in profile.Effort.Estimates)
        {
            var path = $"effort.estimates.{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{impact}")}";

            if (rule.Least.CompareTo(rule.Usual) > 0)
            {
                yield return new($"`least` is {rule.Least} and `usual` is {rule.Usual}: the least cannot be more than usual.", $"{path}.least", $"{path}.usual");
            }

            if (rule.Usual.CompareTo(rule.Most) > 0)
            {
                yield return new($"`most` is {rule.Most} and `usual` is {rule.Usual}: the most cannot be less than usual.", $"{path}.most", $"{path}.usual");
            }
        }
    }
}

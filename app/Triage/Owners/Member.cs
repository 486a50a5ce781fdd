using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Triage.Owners;

/// <summary>Somebody of the team in the light of one report.</summary>
/// <param name="Knows">The areas hit that they know, in the report's order.</param>
/// <param name="Matches">How much of what is hit they know: each area, and the code when CODEOWNERS names them.</param>
/// <param name="Rank">How far down their list these areas stand, summed up: the lower, the better they know them.</param>
internal sealed record Member(string Login, Values<string> Knows, int Matches, int Rank, int Load, int Capacity, bool IsAway)
{
    public bool HasRoom => Load < Capacity;

    public int Room => Capacity - Load;

    public decimal RelativeLoad => Capacity > 0 ? (decimal)Load / Capacity : decimal.MaxValue;

    public static Member Of(string login, PersonRule person, TeamRules team, RoutingFacts facts, int load)
    {
        string[] expertise = [.. person.Expertise];
        Values<string> knows = [.. facts.Areas.Distinct().Where(area => expertise.Contains(area, StringComparer.Ordinal))];
        var ownsCode = team.CodeOwners && facts.CodeOwners.Contains(login, StringComparer.OrdinalIgnoreCase);

        return new(
            login, knows, knows.Count + (ownsCode ? 1 : 0), knows.Sum(area => Array.IndexOf(expertise, area)), load, person.Capacity ?? team.Capacity,
            person.Away.Any(absence => Covers(absence, facts.Today)));
    }

    public bool Is(string? login) => string.Equals(Login, login, StringComparison.OrdinalIgnoreCase);

    public Candidate For(OwnerReason reason) => new(Login, reason, Knows, Load, Capacity);

    /// <summary>The profile's reader has refused what is no date; here it is no absence.</summary>
    private static bool Covers(Absence absence, DateOnly day) => Day(absence.From) <= day && day <= Day(absence.To);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

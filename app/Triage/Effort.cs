using Hotfix.Domain;

namespace Hotfix.Triage;

internal static class Effort
{
    public static EffortEstimate? Of(Impact impact, Values<TimeSpan> past, Profile profile) => throw new NotImplementedException();
}

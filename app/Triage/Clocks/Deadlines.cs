using Hotfix.Domain;

namespace Hotfix.Triage.Clocks;

internal static class Deadlines
{
    public static Values<Deadline> Of(Values<ClockEvent> events, Severity severity, Profile profile) => throw new NotImplementedException();
}

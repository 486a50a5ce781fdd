using Hotfix.Domain;

namespace Hotfix.Triage.Owners;

internal static class OwnerRouting
{
    public static Values<Candidate> Candidates(Profile profile, RoutingFacts facts) => throw new NotImplementedException();
}

using Hotfix.Domain;
using Hotfix.Triage.Reading;

namespace Hotfix.Triage.Claims;

/// <summary>Something a report says is so, here and now: which signal of the profile it is, how bad that makes it, and where it stands.</summary>
internal sealed record Claim(SignalRule Signal, Severity Severity, Sentence Sentence, Evidence Evidence)
{
    public Place Place => Evidence.Place;
}

using System.Net;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>
/// What an answer of the GraphQL API means: errors come with status 200. Source: GitHub GraphQL, "Forming calls", "Rate limits and query limits".
/// <para>Errors: GitHub's own failures and its limit → <see cref="UnavailableException"/>; all others → <see cref="RefusedException"/>.</para>
/// </summary>
internal static class GraphQlVerdict
{
    public static void CheckGraphQl(this Answer answer, Call call, bool isGoneFine)
    {
        var errors = answer.Read(call, GraphQlJson.Default.GraphQlAnswer).Errors ?? [];

        if (Array.Find(errors, error => !(isGoneFine && error.Type == "NOT_FOUND")) is not { } wrong)
        {
            return;
        }

        var said = Complaint.OneLine($"{wrong.Type} {wrong.Message}");

        if (wrong.Type is "RATE_LIMITED" or "INTERNAL" or "SERVICE_UNAVAILABLE" || wrong.Message?.StartsWith("Something went wrong", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new UnavailableException($"GitHub failed to {call.What} ({said}){Verdict.Doubt(call)}");
        }

        var status = wrong.Type is "FORBIDDEN" or "INSUFFICIENT_SCOPES" ? HttpStatusCode.Forbidden : HttpStatusCode.UnprocessableEntity;

        throw new RefusedException((int)status, $"GitHub refused to {call.What} ({said}).");
    }
}

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Ports;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// The one place that says what an answer means. Rate limits have been dealt with before an answer comes here.
/// <para>Errors: 5xx and 408 → <see cref="UnavailableException"/>; every other answer that is no success → <see cref="RefusedException"/> with GitHub's status
/// and one sentence.</para>
/// <para>Source: GitHub REST, "Troubleshooting the REST API"; the schemas <c>basic-error</c>, <c>validation-error</c> and
/// <c>validation-error-simple</c>.</para>
/// </summary>
internal static class Verdict
{
    /// <summary>The body of a success.</summary>
    public static T Read<T>(this Answer answer, Call call, JsonTypeInfo<T> type)
    {
        answer.Check(call);

        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw new UnavailableException($"GitHub's answer could not be understood when it was asked to {call.What}{Doubt(call)}", exception);
        }
    }

    /// <summary>Throws unless the answer is a success.</summary>
    public static void Check(this Answer answer, Call call)
    {
        if (answer.IsFailure)
        {
            throw new UnavailableException($"GitHub failed to {call.What} ({(int)answer.Status}){Doubt(call)}");
        }

        if (!answer.IsSuccess)
        {
            throw new RefusedException((int)answer.Status, Sentence(call, answer));
        }
    }

    /// <summary>How a sentence about a call without a usable answer ends.</summary>
    public static string Doubt(Call call) => call.IsRepeatable ? "." : "; whether it happened is unknown.";

    private static string Sentence(Call call, Answer answer)
    {
        var complaint = Complaint.Of(answer);
        var said = $"({(int)answer.Status}{complaint.Quote() switch { "" => "", var quote => ": " + quote }})";

        return answer.Status switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity when complaint.Rule() is { } rule =>
                $"A rule of the repository does not let the App {call.What} ({(int)answer.Status}: {rule}); whoever looks after its rules can let the App past it, or do this by hand.",
            HttpStatusCode.Unauthorized => $"GitHub does not accept the App's credentials to {call.What} {said}.",
            HttpStatusCode.Forbidden => $"GitHub refused to {call.What} {said}{Needed(answer)}.",
            HttpStatusCode.NotFound => $"GitHub finds nothing, or nothing that the App may see, to {call.What} {said}{Needed(answer)}.",
            HttpStatusCode.Gone => $"What is needed to {call.What} is gone from GitHub {said}.",
            HttpStatusCode.UnprocessableEntity => $"GitHub finds the request to {call.What} invalid {said}.",
            HttpStatusCode.UnavailableForLegalReasons => $"GitHub may not {call.What} for legal reasons {said}.",
            _ when answer.IsRedirect => $"GitHub redirected the request to {call.What} too often, or nowhere {said}.",
            _ => $"GitHub refused to {call.What} {said}.",
        };
    }

    /// <summary>GitHub names what it would accept: alternatives separated by semicolons, each one or more permissions separated by commas.</summary>
    private static string Needed(Answer answer)
    {
        if (answer.Header("x-accepted-github-permissions") is not { Length: > 0 } accepted)
        {
            return "";
        }

        var alternatives = accepted.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(all => string.Join(" and ", all.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

        return $"; it would take the permission {Complaint.OneLine(string.Join(", or ", alternatives).Replace("=", ":", StringComparison.Ordinal))}";
    }
}

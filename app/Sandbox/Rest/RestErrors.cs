using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>GitHub's refusals, in its words.</summary>
internal static class RestErrors
{
    private const string Docs = "https://docs.github.com/rest";

    private const string LimitDocs = $"{Docs}/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits";

    public static RestAnswer NotFound { get; } = Refuse(404, "Not Found");

    public static RestAnswer BadCredentials { get; } = Refuse(401, "Bad credentials");

    public static RestAnswer RequiresAuthentication { get; } = Refuse(401, "Requires authentication");

    public static RestAnswer NotJwt { get; } = Refuse(401, "A JSON web token could not be decoded");

    public static RestAnswer Forbidden { get; } = Refuse(403, "Resource not accessible by integration");

    public static RestAnswer DeletedIssue { get; } = Refuse(410, "This issue was deleted", "https://docs.github.com/v3/issues/#get-an-issue");

    public static RestAnswer TooLarge { get; } = Json(
        403,
        "This API returns blobs up to 1 MB in size. The requested blob is too large to fetch via the API, but you can use the Git Data API to request blobs up to 100 MB in size.",
        [new FieldErrorJson("Blob", "too_large", "data")],
        Docs);

    public static RestAnswer ServerError { get; } = Refuse(500, "Server Error");

    public static RestAnswer SecondaryLimit { get; } = Refuse(
        403,
        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        LimitDocs);

    public static RestAnswer TooManyRequests { get; } = SecondaryLimit with { Status = 429 };

    /// <summary>The one answer of GitHub's that is no JSON.</summary>
    public static RestAnswer NoUserAgent { get; } =
        new(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.\r\n"u8.ToArray());

    public static RestAnswer Refuse(int status, string message, string docs = Docs) => Json(status, message, null, docs);

    public static RestAnswer Invalid(string message) => Json(422, message, null, Docs);

    public static RestAnswer Invalid(string resource, string code, string? field, string? message = null) =>
        Json(422, "Validation Failed", [new FieldErrorJson(resource, code, field, message)], Docs);

    /// <summary>301 for reading; 307 for the rest, so that a POST stays one.</summary>
    public static RestAnswer Moved(string method, string location)
    {
        var status = method == "GET" ? 301 : 307;
        var body = new ErrorJson("Moved Permanently", null, location, $"{Docs}/guides/best-practices-for-using-the-rest-api#follow-redirects", $"{status}");
        return RestAnswer.Json(status, body, WireJson.GitHub.ErrorJson) with { Location = location };
    }

    private static RestAnswer Json(int status, string message, IReadOnlyList<FieldErrorJson>? errors, string docs) =>
        RestAnswer.Json(status, new ErrorJson(message, errors, null, docs, $"{status}"), WireJson.GitHub.ErrorJson);
}

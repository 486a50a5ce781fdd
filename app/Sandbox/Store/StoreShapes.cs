using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotfix.Sandbox.Store;

/// <summary>
/// What a request to the store looks like: method, path, headers, query and the fields of its body, each with its type. The real store may overlook some of it; the sandbox overlooks nothing, for whoever sends something else has misread the reference.
/// <para>Source: Chrome Web Store API v2, discovery revision 20260601 and the reference of <c>publishers.items</c>; reference page "extension-publishing", §1.3 to §1.9.</para>
/// </summary>
internal static partial class StoreShapes
{
    private static readonly string[] Metrics = ["installs", "installs-7d", "uninstalls", "users", "users-7d", "impressions", "page-views"];

    private static readonly string[] Dimensions =
        ["os", "app-version", "country", "install-source", "install-type", "language", "enabled", "utm-campaign", "utm-content", "utm-medium", "utm-source", "utm-term"];

    /// <summary>What is wrong with the request, a sentence each.</summary>
    public static IEnumerable<string> Objections(StoreRequest request)
    {
        if (Route().Match(request.Path) is not { Success: true } route)
        {
            yield return $"{request.Method} {request.Path} is no method of the API.";
            yield break;
        }

        var method = route.Groups["method"].Value;
        var isRead = method is "fetchStatus" or "fetchReviews" or "queryMetrics" or "ratingSummary";

        foreach (var wrong in Common(request, route, method, isRead).Concat(method switch
        {
            "upload" => Upload(request),
            "publish" => Fields(request, ("publishType", IsPublishType), ("deployInfos", IsDeployInfos), ("skipReview", IsFlag), ("blockOnWarnings", IsFlag)),
            "cancelSubmission" => request.Body.Length == 0 ? [] : Fields(request),
            "setPublishedDeployPercentage" => Fields(request, ("deployPercentage", IsPercentage)).Concat(Required(request, "deployPercentage")),
            "rollback" => Fields(request, ("targetCrxVersion", IsText), ("newVersion", IsText), ("rollbackReason", IsText), ("validateOnly", IsFlag)).Concat(Required(request, "targetCrxVersion", "newVersion", "rollbackReason")),
            "queryMetrics" => MetricQuery(request),
            _ => [],
        }))
        {
            yield return $"{method}: {wrong}";
        }
    }

    private static IEnumerable<string> Common(StoreRequest request, Match route, string method, bool isRead)
    {
        if (request.Method != (isRead ? "GET" : "POST"))
        {
            yield return $"it is asked by {request.Method}.";
        }

        if ((route.Groups["upload"].Value.Length > 0) != (method == "upload"))
        {
            yield return "packages, and nothing else, go to /upload/v2/.";
        }

        if (request.Bearer is null)
        {
            yield return "there is no bearer token.";
        }

        if (isRead && request.Body.Length > 0)
        {
            yield return "what is read has no body.";
        }

        string[] known = method switch
        {
            "fetchReviews" => ["pageSize", "pageToken", "filter", "orderBy"],
            "queryMetrics" => ["timeSpec.firstDate.year", "timeSpec.firstDate.month", "timeSpec.firstDate.day", "timeSpec.lastDate.year", "timeSpec.lastDate.month", "timeSpec.lastDate.day", "metrics", "dimensions", "pageSize", "pageToken"],
            _ => [],
        };

        foreach (var name in request.Query.Keys.Except(known, StringComparer.Ordinal))
        {
            yield return $"there is no parameter '{name}'.";
        }
    }

    private static IEnumerable<string> Upload(StoreRequest request)
    {
        var isCrx = StorePackageReader.IsCrx(request.Body);

        if (request.Header("X-Goog-Upload-Protocol") != "raw")
        {
            yield return "X-Goog-Upload-Protocol is not raw.";
        }

        if (!request.Header("X-Goog-Upload-File-Name").EndsWith(isCrx ? ".crx" : ".zip", StringComparison.Ordinal))
        {
            yield return "X-Goog-Upload-File-Name does not say what the package is.";
        }

        if (request.ContentType != (isCrx ? "application/x-chrome-extension" : "application/zip"))
        {
            yield return $"the content type is {request.ContentType}.";
        }
    }

    private static IEnumerable<string> Fields(StoreRequest request, params (string Name, Func<JsonElement, bool> IsRight)[] known)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true || request.Json() is not { } json)
        {
            yield return "the body is no JSON object, or does not say so.";
            yield break;
        }

        foreach (var field in json.EnumerateObject())
        {
            if (Array.Find(known, one => one.Name == field.Name).IsRight is not { } isRight)
            {
                yield return $"there is no field '{field.Name}'.";
            }
            else if (!isRight(field.Value))
            {
                yield return $"the field '{field.Name}' cannot be {field.Value.GetRawText()}.";
            }
        }
    }

    private static IEnumerable<string> Required(StoreRequest request, params string[] names) =>
        names.Where(name => request.Json() is not { } json || !json.TryGetProperty(name, out _)).Select(name => $"the field '{name}' is missing.");

    private static IEnumerable<string> MetricQuery(StoreRequest request)
    {
        if (request.Query["metrics"].Count == 0 || request.Query["metrics"].Except(Metrics, StringComparer.Ordinal).Any())
        {
            yield return "it names no metric, or one that there is not.";
        }

        if (request.Query["dimensions"].Count > 1 || request.Query["dimensions"].Except(Dimensions, StringComparer.Ordinal).Any())
        {
            yield return "it names more than one dimension, or one that there is not.";
        }

        if (Day(request, "first") is not { } first || Day(request, "last") is not { } last || first > last)
        {
            yield return "its days are none, or the wrong way round.";
        }
    }

    /// <summary>Null where the query names none.</summary>
    public static DateOnly? Day(StoreRequest request, string which) =>
        DateOnly.TryParseExact(
            $"{request.Query[$"timeSpec.{which}Date.year"]}-{request.Query[$"timeSpec.{which}Date.month"]}-{request.Query[$"timeSpec.{which}Date.day"]}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The parts of an address.</summary>
    public static Match Match(string path) => Route().Match(path);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0;

    private static bool IsFlag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static bool IsPublishType(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is "DEFAULT_PUBLISH" or "STAGED_PUBLISH";

    private static bool IsPercentage(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _);

    private static bool IsDeployInfos(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1
        && value[0].ValueKind == JsonValueKind.Object && value[0].EnumerateObject().All(field => field.Name == "deployPercentage" && IsPercentage(field.Value));

    [GeneratedRegex(@"\A/(?<upload>upload/)?v2/publishers/(?<publisher>[A-Za-z0-9_-]+)/items/(?<item>[a-p]{32})(:(?<method>upload|fetchStatus|publish|cancelSubmission|setPublishedDeployPercentage|rollback|fetchReviews|queryMetrics)|/(?<method>ratingSummary))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Route();
}

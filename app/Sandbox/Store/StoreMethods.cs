using System.Globalization;
using System.Text.Json;

namespace Hotfix.Sandbox.Store;

/// <summary>From a request to what it does to the item.</summary>
internal static class StoreMethods
{
    public static StoreReply Answer(StoreRequest request, string method, SandboxItem item)
    {
        var body = request.Json() ?? JsonElement.Parse("{}"u8);

        switch (method)
        {
            case "fetchStatus":
                return StoreReply.Json(item.Status());
            case "upload":
                return StoreReply.Json(item.Take(Seen(request)));
            case "publish":
                return StoreReply.Json(item.Publish(Text(body, "publishType") == "STAGED_PUBLISH", Percentage(body), Flag(body, "blockOnWarnings")));
            case "cancelSubmission":
                item.Cancel();
                return StoreReply.Empty;
            case "setPublishedDeployPercentage":
                item.Raise(body.GetProperty("deployPercentage").GetInt32());
                return StoreReply.Empty;
            case "rollback":
                item.RollBack(Text(body, "targetCrxVersion"), Text(body, "newVersion"), Text(body, "rollbackReason"), Flag(body, "validateOnly"));
                return StoreReply.Empty;
            case "fetchReviews":
                return StoreReply.Json(item.Reviews(Math.Min(Number(request, "pageSize", 50), 200), Skip(request), Stars(request)));
            case "ratingSummary":
                return StoreReply.Json(item.Rating());
            default:
                return StoreShapes.Day(request, "first") is { } first && StoreShapes.Day(request, "last") is { } last
                    ? StoreReply.Json(item.Metrics(first, last, [.. request.Query["metrics"].Select(metric => metric!)], request.Query["dimensions"].ToString(), Math.Min(Number(request, "pageSize", 100), 1000), Skip(request)))
                    : StoreErrors.Refuse(400, "INVALID_ARGUMENT", "Request contains an invalid argument.");
        }
    }

    public static bool IsValidation(StoreRequest request) => request.Json() is { } body && Flag(body, "validateOnly");

    /// <summary>The bytes as the store sees them: without the header that names a CRX, it is no package of any kind.</summary>
    private static byte[] Seen(StoreRequest request) => StorePackageReader.IsCrx(request.Body) && !request.Header("X-Goog-Upload-File-Name").EndsWith(".crx", StringComparison.Ordinal)
        ? throw new StoreRefused(StoreErrors.InvalidPackage("PKG_MUST_UPDATE_AS_CRX", "This item must be updated with a CRX."))
        : request.Body;

    private static int? Percentage(JsonElement body) => body.TryGetProperty("deployInfos", out var infos) && infos.GetArrayLength() > 0
        ? infos[0].TryGetProperty("deployPercentage", out var percentage) ? percentage.GetInt32() : 0
        : null;

    private static string Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Flag(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static int Number(StoreRequest request, string name, int otherwise) => int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static int Skip(StoreRequest request) => int.TryParse(request.Query["pageToken"].ToString().Replace("page ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0;

    private static int? Stars(StoreRequest request) => request.Query["filter"].ToString() is { Length: > 0 } filter ? int.Parse(filter.Replace("rating = ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;
}

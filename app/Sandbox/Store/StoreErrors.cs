using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Store;

/// <summary>
/// The store's refusals by Google's error model, as its users have met them (reference page "extension-publishing", §1.10); where the real words are not known, the sandbox has words of its own and the real status.
/// </summary>
internal static class StoreErrors
{
    private const string Domain = "chromewebstore.googleapis.com";

    public static StoreReply Unauthenticated { get; } = Refuse(401, "UNAUTHENTICATED", "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.");

    public static StoreReply ScopeInsufficient { get; } = Refuse(403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");

    public static StoreReply ServiceDisabled { get; } = Refuse(
        403, "PERMISSION_DENIED", "Chrome Web Store API has not been used in project 123 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/chromewebstore.googleapis.com then retry.", "SERVICE_DISABLED");

    public static StoreReply PermissionDenied { get; } = Refuse(403, "PERMISSION_DENIED", "The caller does not have permission");

    public static StoreReply NotFound { get; } = Refuse(404, "NOT_FOUND", "Requested entity was not found.");

    public static StoreReply TooMany { get; } = Refuse(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'.", "RATE_LIMIT_EXCEEDED");

    /// <summary>What stands before the store when it is away: a page, and no JSON.</summary>
    public static StoreReply BadGateway { get; } = new(502, "<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That’s an error.</ins></html>") { Type = "text/html; charset=UTF-8" };

    public static StoreReply Failing(int status) => status switch
    {
        429 => TooMany,
        502 => BadGateway,
        503 => Refuse(503, "UNAVAILABLE", "The service is currently unavailable."),
        504 => Refuse(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete."),
        401 => Unauthenticated,
        403 => PermissionDenied,
        404 => NotFound,
        _ => Refuse(status, "INTERNAL", "Internal error encountered."),
    };

    public static StoreReply Redirect(string location) => new(307, "") { Location = location };

    public static StoreReply InvalidPackage(string reason, string description) => Invalid(
        "The uploaded package was invalid. Check the additional details for more information.", "INVALID_PACKAGE", "media", description, reason);

    public static StoreReply NotUpdatable { get; } = Invalid(
        "The item cannot be updated.", "INVALID_ITEM_STATE", "name", "The item cannot be updated now because it is in pending review, ready to publish, or deleted status.", "ITEM_NOT_UPDATABLE");

    public static StoreReply Condition(string what) => Refuse(400, "FAILED_PRECONDITION", $"Publish condition not met: {what}");

    public static StoreReply Percentage(string what) => Invalid("Request contains an invalid argument.", "INVALID_DEPLOY_PERCENTAGE", "deployPercentage", what, "INVALID_DEPLOY_PERCENTAGE");

    public static StoreReply Rollback(string field, string what) => Invalid("Request contains an invalid argument.", "INVALID_ROLLBACK", field, what, "INVALID_ROLLBACK");

    public static StoreReply Invalid(string message, string reason, string field, string description, string violation) => Of(400, "INVALID_ARGUMENT", message, [
        Info(reason),
        new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.LocalizedMessage", ["locale"] = "en-US", ["message"] = message },
        new JsonObject
        {
            ["@type"] = "type.googleapis.com/google.rpc.BadRequest",
            ["fieldViolations"] = new JsonArray(new JsonObject { ["field"] = field, ["description"] = description, ["reason"] = violation }),
        },
    ]);

    public static StoreReply Refuse(int code, string status, string message, string? reason = null) => Of(code, status, message, reason is null ? [] : [Info(reason)]);

    /// <summary>OAuth's shape.</summary>
    public static StoreReply OAuth(int status, string error, string description) => new(status, new JsonObject { ["error"] = error, ["error_description"] = description }.ToJsonString());

    private static JsonObject Info(string reason) => new() { ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = reason, ["domain"] = Domain };

    private static StoreReply Of(int code, string status, string message, JsonNode[] details)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message, ["status"] = status };

        if (details.Length > 0)
        {
            error["details"] = new JsonArray(details);
        }

        return new(code, new JsonObject { ["error"] = error }.ToJsonString());
    }
}

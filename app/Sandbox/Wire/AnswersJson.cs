using System.Text.Json.Serialization;

namespace Hotfix.Sandbox.Wire;

/// <summary>A new installation token, as <c>installation-token</c> of GitHub's API description. No record: its <c>ToString</c> would print the token.</summary>
internal sealed class TokenJson(string token, string expiresAt, IReadOnlyDictionary<string, string> permissions)
{
    public string Token { get; } = token;

    public string ExpiresAt { get; } = expiresAt;

    public IReadOnlyDictionary<string, string> Permissions { get; } = permissions;

    public string RepositorySelection { get; } = "selected";
}

/// <summary>A refusal, as <c>basic-error</c> and <c>validation-error</c> of GitHub's API description. The status is a text there.</summary>
internal sealed record ErrorJson(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldErrorJson>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url,
    string DocumentationUrl,
    string Status);

/// <summary>One field that GitHub would not take, and why.</summary>
internal sealed record FieldErrorJson(
    string Resource, string Code, string Field, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null);

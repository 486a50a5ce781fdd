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
    string Resource, string Code, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null);

/// <summary>A merge, as <c>pull-request-merge-result</c> of GitHub's API description.</summary>
internal sealed record MergedJson(string Sha, bool Merged, string Message);

/// <summary>A reaction, as <c>reaction</c> of GitHub's API description.</summary>
internal sealed record ReactionJson(long Id, string NodeId, Fragment User, string Content, string CreatedAt);

/// <summary>What somebody may do, as <c>repository-collaborator-permission</c> of GitHub's API description.</summary>
internal sealed record PermissionJson(string Permission, string RoleName, Fragment User);

/// <summary>Who is of a team, as <c>team-membership</c> of GitHub's API description.</summary>
internal sealed record MembershipJson(string Url, string Role, string State);

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Sandbox.Wire;

/// <summary>
/// How the sandbox writes JSON: GitHub's snake_case, and text as UTF-8 rather than escaped (but for what lies beyond the basic plane, which .NET
/// always escapes), so that signatures are tried on more than ASCII.
/// </summary>
[JsonSerializable(typeof(IssueJson))]
[JsonSerializable(typeof(IReadOnlyList<IssueJson>))]
[JsonSerializable(typeof(CommentJson))]
[JsonSerializable(typeof(IReadOnlyList<CommentJson>))]
[JsonSerializable(typeof(IReadOnlyList<Fragment>))]
[JsonSerializable(typeof(TokenJson))]
[JsonSerializable(typeof(ErrorJson))]
[JsonSerializable(typeof(IssueEventJson))]
[JsonSerializable(typeof(CommentEventJson))]
[JsonSerializable(typeof(InstallationEventJson))]
[JsonSerializable(typeof(InstallationJson))]
[JsonSerializable(typeof(InstallationRepositoriesEventJson))]
[JsonSerializable(typeof(PingEventJson))]
[JsonSerializable(typeof(PushEventJson))]
[JsonSerializable(typeof(PullEventJson))]
[JsonSerializable(typeof(ReviewEventJson))]
[JsonSerializable(typeof(StatusEventJson))]
[JsonSerializable(typeof(MergeGroupEventJson))]
[JsonSerializable(typeof(CheckRunEventJson))]
[JsonSerializable(typeof(CheckSuiteEventJson))]
[JsonSerializable(typeof(WorkflowRunEventJson))]
[JsonSerializable(typeof(RefEventJson))]
[JsonSerializable(typeof(ReleaseEventJson))]
[JsonSerializable(typeof(MergedJson))]
[JsonSerializable(typeof(ReactionJson))]
[JsonSerializable(typeof(PermissionJson))]
[JsonSerializable(typeof(MembershipJson))]
[JsonSerializable(typeof(CheckListJson))]
[JsonSerializable(typeof(ContentJson))]
[JsonSerializable(typeof(IReadOnlyList<ContentJson>))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Use this one: <c>Default</c> knows neither the names nor the encoder.</summary>
    public static WireJson GitHub { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Reactions to comments, those on pull requests among them: 201, and 200 for one that was there. Nobody is told. Source: REST, "Reactions".</summary>
internal static class ReactionEndpoints
{
    private static readonly string[] Contents = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];

    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("POST", "issues/comments/{comment_id}/reactions", Create, needs: "issues=write"),
    ];

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var (comment, content) = (CommentEndpoints.Find(request), request.Required("content"));

        if (!Contents.Contains(content))
        {
            return RestErrors.Invalid($"Invalid request.\n\nFor 'properties/content', {content} is not a member of [\"{string.Join("\", \"", Contents)}\"].");
        }

        var (reaction, isNew) = comment.React(state.Bot, content);
        var answer = new ReactionJson(reaction.Id, $"REA_lADO{reaction.Id:D8}", reaction.By.Json, reaction.Content, Stamp.Of(reaction.Created));

        return RestAnswer.Json(isNew ? 201 : 200, answer, WireJson.GitHub.ReactionJson);
    }
}

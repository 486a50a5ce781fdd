using System.Text;
using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// git's objects: commits, blobs and annotated tags, read and made. Nothing leads to a new one until a ref does. Sources: REST, "Git commits", "Git blobs", "Git tags".
/// </summary>
internal static class GitObjectEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "git/commits/{sha}", GetCommit, needs: "contents=read"),
        .. RestRoute.OfRepository("POST", "git/commits", CreateCommit, needs: "contents=write"),
        .. RestRoute.OfRepository("POST", "git/blobs", CreateBlob, needs: "contents=write"),
        .. RestRoute.OfRepository("GET", "git/tags/{sha}", GetTag, needs: "contents=read"),
        .. RestRoute.OfRepository("POST", "git/tags", CreateTag, needs: "contents=write"),
    ];

    private static RestAnswer GetCommit(RestRequest request, SandboxState state) =>
        request.Repository.Branches.Objects.Commit(request["sha"]) is { } commit ? RestAnswer.Json(200, GitJson.Commit(request.Repository, commit)) : RestErrors.NotFound;

    private static RestAnswer CreateCommit(RestRequest request, SandboxState state)
    {
        var objects = request.Repository.Branches.Objects;
        var (message, tree) = (request.Required("message"), request.Required("tree"));

        if (objects.Find(tree, "tree") is null)
        {
            return RestErrors.Invalid("Tree SHA does not exist");
        }

        var parents = request.Texts("parents").Select(objects.Commit).ToList();

        if (parents.Contains(null))
        {
            return RestErrors.Invalid("Parent SHA does not exist or is not a commit object");
        }

        var author = GitBody.Person(request, "author", state);
        var committer = request.Has("committer") ? GitBody.Person(request, "committer", state) : author;
        var commit = objects.Add(new SandboxCommit([.. parents.OfType<SandboxCommit>()], objects.Files(tree), author, committer, message));

        return RestAnswer.Json(201, GitJson.Commit(request.Repository, commit)) with { Location = $"{request.Repository.Url}/git/commits/{commit.Sha}" };
    }

    private static RestAnswer CreateBlob(RestRequest request, SandboxState state)
    {
        var blob = request.Repository.Branches.Objects.Add(new GitObject("blob", Content(request.Required("content"), request.Text("encoding") ?? "utf-8")));

        return RestAnswer.Json(201, GitJson.Blob(request.Repository, blob.Sha)) with { Location = $"{request.Repository.Url}/git/blobs/{blob.Sha}" };
    }

    private static RestAnswer GetTag(RestRequest request, SandboxState state) =>
        request.Repository.Branches.Objects.Tag(request["sha"]) is { } tag ? RestAnswer.Json(200, GitJson.Tag(request.Repository, tag)) : RestErrors.NotFound;

    private static RestAnswer CreateTag(RestRequest request, SandboxState state)
    {
        var objects = request.Repository.Branches.Objects;
        var (name, message, kind) = (request.Required("tag"), request.Required("message"), request.Required("type"));

        if (objects.Find(request.Required("object"), kind) is not { } target)
        {
            return RestErrors.Invalid($"The object is no {kind} of this repository.");
        }

        if (!GitRefs.IsName($"tags/{name}"))
        {
            return RestErrors.Invalid($"refs/tags/{name} is not a valid ref name.");
        }

        var tag = objects.Add(new SandboxTag(name, target, GitBody.Person(request, "tagger", state), message));

        return RestAnswer.Json(201, GitJson.Tag(request.Repository, tag)) with { Location = $"{request.Repository.Url}/git/tags/{tag.Sha}" };
    }

    private static byte[] Content(string content, string encoding)
    {
        try
        {
            return encoding switch
            {
                "utf-8" => Encoding.UTF8.GetBytes(content),
                "base64" => Convert.FromBase64String(content),
                _ => throw new RestRefusal(RestErrors.Invalid($"Invalid request.\n\nFor 'properties/encoding', {encoding} is not utf-8 or base64.")),
            };
        }
        catch (FormatException)
        {
            throw new RestRefusal(RestErrors.Invalid("content is not valid Base64"));
        }
    }
}

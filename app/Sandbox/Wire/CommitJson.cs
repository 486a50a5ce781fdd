using System.Text.Json.Serialization;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>A commit, as <c>push</c> lists it: what it added, removed and changed, by path.</summary>
internal sealed record CommitJson(
    string Id, string TreeId, bool Distinct, string Message, string Timestamp, string Url, PersonJson Author, PersonJson Committer,
    IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Modified)
{
    public static CommitJson Of(SandboxCommit commit, SandboxRepository repository)
    {
        // git itself knows of no renaming: to a push, a renamed file is one removed and one added.
        var changes = commit.Since(commit.Parent);

        return new(
            commit.Sha, commit.Tree, Distinct: true, commit.Message, Stamp.Of(commit.Time), $"{repository.HtmlUrl}/commit/{commit.Sha}", PersonJson.Of(commit.By), PersonJson.Of(commit.Committer),
            [.. changes.Where(change => change.Status is "added" or "renamed").Select(change => change.Path)],
            [.. changes.Where(change => change.Status is "removed").Select(change => change.Path), .. changes.Select(change => change.Before).OfType<string>()],
            [.. changes.Where(change => change.Status is "modified").Select(change => change.Path)]);
    }
}

/// <summary>Somebody, as git knows them.</summary>
internal sealed record PersonJson(string Name, string Email, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Username)
{
    public static PersonJson Of(SandboxUser user) => new(user.Login, user.Email, user.Login);

    public static PersonJson Of(GitPerson person) => new(person.Name, person.Email, person.User?.Login);
}

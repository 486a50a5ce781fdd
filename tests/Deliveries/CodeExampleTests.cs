using System.Text;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Deliveries;

/// <summary>Every example that GitHub publishes of the events about code and comments, delivered to an App, and what it is to us.</summary>
public sealed class CodeExampleTests
{
    private static readonly AppIdentity Self = new(1, "hotfix-test");

    /// <summary>By event and action: what it becomes, whether it is noise, and what it is about.</summary>
    private static readonly Dictionary<string, (string? Event, bool IsNoise, string About)> Expected = new()
    {
        ["create"] = (nameof(TagChanged), true, "tags/simple-tag"),
        ["delete"] = (nameof(TagChanged), true, "tags/simple-tag"),
        ["issue_comment created"] = (nameof(CommentPosted), false, ""),
        ["issue_comment edited"] = (nameof(CommentEdited), false, ""),
        ["issue_comment deleted"] = (nameof(CommentDeleted), false, ""),
        ["pull_request opened"] = ("Content", false, "pull/2 heads/changes"),
        ["pull_request reopened"] = ("Content", false, "pull/2 heads/changes"),
        ["pull_request synchronize"] = ("Content", false, "pull/2 heads/changes"),
        ["pull_request closed"] = ("State", true, "pull/2 heads/changes"),
        ["pull_request ready_for_review"] = ("State", true, "pull/2 heads/changes"),
        ["pull_request converted_to_draft"] = ("State", true, "pull/2 heads/changes"),
        ["pull_request assigned"] = (null, true, ""),
        ["pull_request unassigned"] = (null, true, ""),
        ["pull_request labeled"] = ("Text", true, "pull/2 heads/changes"),
        ["pull_request unlabeled"] = ("Text", true, "pull/2 heads/changes"),
        ["pull_request locked"] = (null, true, ""),
        ["pull_request unlocked"] = (null, true, ""),
        ["pull_request review_requested"] = ("Text", true, "pull/2 heads/changes"),
        ["pull_request review_request_removed"] = ("Text", true, "pull/2 heads/changes"),
        ["push refs/tags/simple-tag"] = (nameof(TagChanged), true, "tags/simple-tag"),
        ["push refs/heads/master"] = (nameof(FilesPushed), false, ""), // the default branch came into being: its files may be anything
        ["release published"] = (nameof(ReleasePublished), true, "tags/0.0.1"),
        ["release released"] = (nameof(ReleasePublished), true, "tags/0.0.1"),
        ["release prereleased"] = (null, true, ""),
        ["release created"] = (null, true, ""),
        ["release edited"] = (null, true, ""),
        ["release deleted"] = (null, true, ""),
    };

    [Fact]
    public void Each_is_what_the_table_says()
    {
        var webhooks = new GitHubWebhooks(Self.Id);
        var seen = new HashSet<string>();

        foreach (var (name, number, body) in Examples.All().Where(example => example.Event is "issue_comment" or "pull_request" or "create" or "delete" or "push" or "release"))
        {
            var delivered = ToApp(body);
            var payload = WebhookParser.Read(delivered);
            var key = name switch { "push" => $"push {payload.Ref}", _ when payload.Action is { } action => $"{name} {action}", _ => name };
            var happened = webhooks.Parse(name, delivered, Self);
            var address = webhooks.Address(name, delivered);
            var what = happened is PullRequestChanged pull ? $"{pull.Change}" : happened?.GetType().Name;

            Assert.True(Expected.TryGetValue(key, out var expected), $"The table lacks {key}.");
            Assert.Equal((key, number, expected.Event, expected.IsNoise, expected.About), (key, number, what, address.IsNoise, string.Join(' ', address.About)));
            Assert.Equal(payload.Repository?.Id, address.RepositoryId);
            seen.Add(key);
        }

        Assert.Equal(Expected.Keys.Order(), seen.Order());
    }

    [Fact]
    public void Their_fields_are_read() => Assert.Equal(
        """
        CommentEdited 492700400 by Codertocat, before: You are totally right! I'll get this fixed right away.
        PullRequestChanged #2 changes at ec26c3e57ca3a959ca5aad62de7213c562f8c821 by Codertocat, 2019-05-15 15:21:18Z
        ReleasePublished 0.0.1, 2019-05-15 15:20:53Z
        """,
        string.Join('\n', First<CommentEdited>("issue_comment", "edited") is var edited ? $"CommentEdited {edited.Comment.Value} by {edited.By.Login}, before: {edited.Before}" : "",
            First<PullRequestChanged>("pull_request", "closed") is var pull ? $"PullRequestChanged #{pull.Number} {pull.Branch} at {pull.Commit} by {pull.By.Login}, {pull.At:u}" : "",
            First<ReleasePublished>("release", "published") is var release ? $"ReleasePublished {release.Tag}, {release.At:u}" : ""),
        ignoreLineEndingDifferences: true);

    private static T First<T>(string name, string action)
        where T : GitHubEvent => Examples.All()
            .Where(example => example.Event == name && WebhookParser.Read(example.Body).Action == action)
            .Select(example => new GitHubWebhooks(Self.Id).Parse(name, ToApp(example.Body), Self))
            .OfType<T>()
            .First();

    private static byte[] ToApp(byte[] body) => Encoding.UTF8.GetBytes($$"""{"installation":{"id":5},{{Encoding.UTF8.GetString(body)[1..]}}""");
}

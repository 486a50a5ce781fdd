using System.Text;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Deliveries;

/// <summary>Every payload GitHub publishes as an example is an event of ours or not ours; none throws.</summary>
public sealed class ExamplePayloadTests
{
    private static readonly AppIdentity Self = new(1, "hotfix-test");

    [Fact]
    public void Every_example_parses()
    {
        var webhooks = new GitHubWebhooks(1);
        var parsed = Examples.All().Select(example => (example.Event, Ours: webhooks.Parse(example.Event, example.Body, Self), Address: webhooks.Address(example.Event, example.Body))).ToList();

        Assert.True(parsed.Count > 700, $"Only {parsed.Count} examples were found.");
        Assert.All(parsed, example => Assert.NotEmpty(example.Address.Key));
        Assert.All(parsed.Where(example => example.Ours is not null), example => Assert.Contains(example.Event, WebhookParser.Events));
        Assert.All(parsed.Where(example => example.Event == "ping"), example => Assert.IsType<Pinged>(example.Ours));
        Assert.All(parsed.Where(example => example.Event == "installation"), example => Assert.IsType<InstallationChanged>(example.Ours));
    }

    /// <summary>The published issue payloads come from repository webhooks; an App's have an installation as well, and only those are ours.</summary>
    [Fact]
    public void Issue_examples_delivered_to_an_app_are_ours()
    {
        var webhooks = new GitHubWebhooks(1);
        var issues = Examples.All()
            .Where(example => example.Event == "issues")
            .Select(example => webhooks.Parse("issues", WithInstallation(example.Body), Self))
            .ToList();

        Assert.Contains(issues, issue => issue is IssueOpened { Issue: { Report.Title: "Spelling error in the README file", Id.Repository: { Owner: "Codertocat", Name: "Hello-World" } } });
        Assert.Contains(issues, issue => issue is IssueLabeled { Label: "bug" });
        Assert.Contains(issues, issue => issue is IssueEdited);
        Assert.Contains(issues, issue => issue is IssueReopened);
        Assert.Contains(issues, issue => issue is IssueUnlabeled);
        Assert.Contains(issues, issue => issue is IssueGone);
    }

    [Fact]
    public void Repository_examples_delivered_to_an_app_are_ours_where_they_are_of_use()
    {
        var webhooks = new GitHubWebhooks(29310);
        var ours = Examples.All()
            .Where(example => WebhookParser.OfRepositories.Contains(example.Event))
            .Select(example => webhooks.Parse(example.Event, WithInstallation(example.Body), Self with { Id = 29310 }))
            .OfType<RepositoryEvent>()
            .ToList();

        Assert.All(ours, one => Assert.Equal(one is MergeGroupFormed ? ("octo-org", "octo-repo") : ("Codertocat", "Hello-World"), (one.Repository.Owner, one.Repository.Name)));
        Assert.Contains(ours, one => one is FilesPushed { Branch: "master", IsDefault: true, Commit.Length: 40, Paths.Count: 4 }); // a new default branch
        Assert.Contains(ours, one => one is PullRequestChanged { Number: 2, Commit.Length: 40 });
        Assert.Contains(ours, one => one is CheckRequested { Name: null, Commit.Length: 40 });
        Assert.DoesNotContain(ours, one => one is CheckRequested { Name: not null }); // the example is another App's
    }

    private static byte[] WithInstallation(byte[] body) => Encoding.UTF8.GetBytes($$"""{"installation":{"id":5},{{Encoding.UTF8.GetString(body)[1..]}}""");
}

using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class PeopleTests
{
    private const string Permission = "/repos/octo/app/collaborators/alice/permission";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("admin", nameof(RepositoryRole.Admin))]
    [InlineData("maintain", nameof(RepositoryRole.Maintain))]
    [InlineData("write", nameof(RepositoryRole.Write))]
    [InlineData("triage", nameof(RepositoryRole.Triage))]
    [InlineData("read", nameof(RepositoryRole.Read))]
    [InlineData("none", nameof(RepositoryRole.None))]
    public async Task A_role_is_what_GitHub_says_it_is(string role, string expected)
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Roles["alice"] = role;

        Assert.Equal(expected, $"{await tester.Client.People.RoleAsync(tester.Repository, "alice", Cancellation)}");
        Assert.Single(tester.Calls);
    }

    [Theory]
    [InlineData("nobody-has-this-name")]
    [InlineData("")]
    public async Task Somebody_whom_GitHub_does_not_know_may_nothing(string login)
    {
        await using var tester = await CodeTester.StartAsync();

        Assert.Equal(RepositoryRole.None, await tester.Client.People.RoleAsync(tester.Repository, login, Cancellation));
    }

    [Theory]
    [InlineData("""{"permission":"read","role_name":"support","user":{"permissions":{"admin":false,"maintain":false,"push":false,"triage":true,"pull":true}}}""", nameof(RepositoryRole.Triage))]
    [InlineData("""{"permission":"write","role_name":"release team","user":{"permissions":{"admin":false,"maintain":true,"push":true,"triage":true,"pull":true}}}""", nameof(RepositoryRole.Maintain))]
    [InlineData("""{"permission":"write","role_name":"release team","user":null}""", nameof(RepositoryRole.Write))]
    [InlineData("""{"permission":"write"}""", nameof(RepositoryRole.Write))]
    [InlineData("""{"permission":"something new","role_name":"something newer","user":{}}""", nameof(RepositoryRole.None))]
    [InlineData("""{}""", nameof(RepositoryRole.None))]
    public async Task A_role_of_the_organisations_own_is_what_it_comes_to_and_what_nobody_knows_is_nothing(string body, string expected)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Permission, HttpStatusCode.OK, body);

        Assert.Equal(expected, $"{await tester.People.RoleAsync(GitHubTester.Repository(), "alice", Cancellation)}");
    }

    [Fact]
    public async Task An_outage_is_not_told_as_a_no()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/collaborators/", HttpStatusCode.BadGateway, times: 3);
        tester.GitHub.Answer("/memberships/", HttpStatusCode.BadGateway, times: 3);

        await Assert.ThrowsAsync<UnavailableException>(() => tester.PassAsync(tester.People.RoleAsync(GitHubTester.Repository(), "alice", Cancellation)));
        await Assert.ThrowsAsync<UnavailableException>(() => tester.PassAsync(tester.People.IsInTeamAsync(GitHubTester.Repository(), "core", "alice", Cancellation)));
    }

    [Fact]
    public async Task A_member_of_the_team_is_one_and_nobody_else()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Installation.AddToTeam("core", "alice");

        Assert.True(await tester.Client.People.IsInTeamAsync(tester.Repository, "core", "alice", Cancellation));
        Assert.False(await tester.Client.People.IsInTeamAsync(tester.Repository, "core", "bob", Cancellation));
        Assert.False(await tester.Client.People.IsInTeamAsync(tester.Repository, "other", "alice", Cancellation));
        Assert.False(await tester.Client.People.IsInTeamAsync(tester.Repository, "core", "", Cancellation));
        Assert.Equal(3, tester.Calls.Count());
    }

    [Fact]
    public async Task Who_was_invited_is_no_member_yet()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/orgs/octo/teams/core/memberships/alice", HttpStatusCode.OK, """{"state":"pending"}""");

        Assert.False(await tester.People.IsInTeamAsync(GitHubTester.Repository(), "core", "alice", Cancellation));
    }

    [Theory]
    [InlineData("User")]
    [InlineData("Organization")]
    public async Task Not_being_allowed_to_ask_is_a_refusal_unless_the_account_has_no_teams(string owner)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("access_tokens", HttpStatusCode.UnprocessableEntity, """{"message":"The permissions requested are not granted to this installation."}""");
        tester.GitHub.Answer("GET /repos/octo/app", HttpStatusCode.OK, $$$"""{"owner":{"type":"{{{owner}}}"}}""");
        var asked = tester.People.IsInTeamAsync(GitHubTester.Repository(), "core", "alice", Cancellation);

        if (owner == "User")
        {
            Assert.False(await asked);
        }
        else
        {
            Assert.Equal(
                "GitHub gives the App no token for installation 5 with members: read (422: The permissions requested are not granted to this installation); an owner of the account can accept the App's new permissions on the page of its installation.",
                (await Assert.ThrowsAsync<RefusedException>(() => asked)).Message);
        }
    }
}

using System.Net;

namespace Hotfix.Tests.Sandbox;

public sealed class PeopleEndpointTests
{
    private const string Repository = "repos/octo-org/beta";

    [Theory]
    [InlineData("octo-org", null, "admin", "admin")]
    [InlineData("maintainer", null, "write", "write")]
    [InlineData("stranger", null, "read", "read")]
    [InlineData("Ana", "maintain", "write", "maintain")]
    [InlineData("ana", "triage", "read", "triage")]
    [InlineData("maintainer", "none", "none", "none")]
    public async Task Everybody_has_a_role_and_what_follows_from_it(string login, string? given, string permission, string role)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("It crashes", null, "stranger");

        if (given is not null)
        {
            tester.Repository.Roles[login] = given;
        }

        var (_, body) = await tester.GetAsync($"{Repository}/collaborators/{login}/permission");

        Assert.Equal((permission, role, role), ($"{body!["permission"]}", $"{body["role_name"]}", $"{body["user"]!["role_name"]}"));
        Assert.Equal(permission is "write" or "admin", body["user"]!["permissions"]!["push"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Repository}/collaborators/nobody/permission")).Status);
    }

    [Fact]
    public async Task A_team_s_members_are_told_to_those_who_may_know()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.GitHub.Installation("octo-org").AddToTeam("release-managers", "dana");

        var (_, member) = await tester.GetAsync("orgs/octo-org/teams/release-managers/memberships/Dana");

        Assert.Equal(("active", "member"), ($"{member!["state"]}", $"{member["role"]}"));

        foreach (var path in (string[])["octo-org/teams/release-managers/memberships/ana", "octo-org/teams/others/memberships/dana", "other-org/teams/release-managers/memberships/dana"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"orgs/{path}")).Status);
        }

        await tester.MayAsync(("issues", "write"));
        Assert.Equal(HttpStatusCode.Forbidden, (await tester.TryAsync(HttpMethod.Get, "orgs/octo-org/teams/release-managers/memberships/dana")).Status);
    }
}

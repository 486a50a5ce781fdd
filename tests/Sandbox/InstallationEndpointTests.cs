using System.Net;

namespace Hotfix.Tests.Sandbox;

public sealed class InstallationEndpointTests
{
    [Fact]
    public async Task The_app_lists_its_installations_page_by_page_the_suspended_among_them()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Checked = false; // GitHub's description knows no merge_queues among the permissions, and lets an account be an enterprise, of which the check asks every field
        var (second, third) = (tester.GitHub.AddRepository("acme", "one").Installation, tester.GitHub.AddRepository("gone", "one").Installation);
        second.Suspend();
        third.Uninstall();
        tester.Use(tester.Jwt());

        var (response, first) = await tester.GetAsync("app/installations?per_page=1");
        var (_, next) = await tester.GetAsync(response.Headers.GetValues("Link").Single().Split('<', '>')[1]);

        Assert.Equal(tester.Repository.Installation.Id, Assert.Single(first!.AsArray())!["id"]!.GetValue<long>());
        Assert.Equal((second.Id, "2026-11-20T12:00:00Z"), (Assert.Single(next!.AsArray())!["id"]!.GetValue<long>(), next[0]!["suspended_at"]!.GetValue<string>()));
        Assert.Null(first[0]!["suspended_at"]);
    }

    [Fact]
    public async Task An_installation_lists_the_repositories_it_was_given()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (other, withdrawn) = (tester.GitHub.AddRepository("octo-org", "other"), tester.GitHub.AddRepository("octo-org", "withdrawn"));
        tester.GitHub.AddRepository("acme", "theirs");
        withdrawn.Installation.Withdraw(withdrawn);

        var (response, page) = await tester.GetAsync("installation/repositories?per_page=1");
        var (_, next) = await tester.GetAsync(response.Headers.GetValues("Link").Single().Split('<', '>')[1]);

        Assert.Equal(2, page!["total_count"]!.GetValue<int>());
        Assert.Equal([tester.Repository.Id, other.Id], new[] { page, next! }.Select(one => Assert.Single(one["repositories"]!.AsArray())!["id"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Only_an_installation_has_repositories_and_only_the_app_has_installations()
    {
        await using var tester = await SandboxTester.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await tester.GetAsync("app/installations")).Response.StatusCode);
        tester.Use(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tester.GetAsync("installation/repositories")).Response.StatusCode);
    }
}

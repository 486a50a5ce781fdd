using System.Net;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class PullEndpointTests
{
    private const string Pulls = "repos/octo-org/beta/pulls";

    [Fact]
    public async Task A_pull_request_has_a_head_a_base_and_the_number_of_an_issue()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("An issue", null);
        var (pull, _, _) = tester.Repository.OpenPull("change", Files(("a.txt", "one")), "Change a file");
        tester.Repository.Push("main", "b.txt", "two");

        var (response, body) = await tester.GetAsync($"{Pulls}/2");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("change", pull.Head.Sha), (body!["head"]!["ref"]!.GetValue<string>(), body["head"]!["sha"]!.GetValue<string>()));
        Assert.Equal(("main", pull.Base.Sha), (body["base"]!["ref"]!.GetValue<string>(), body["base"]!["sha"]!.GetValue<string>()));
        Assert.Equal((1, 1), (body["commits"]!.GetValue<int>(), body["changed_files"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync($"{Pulls}/1")).Response.StatusCode);
        Assert.Equal("Change a file", (await tester.GetAsync("repos/octo-org/beta/issues/2")).Body!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_files_are_those_it_changed_since_it_left_the_base_page_by_page()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("main", Files(("changed", "1"), ("gone", "2"), ("moved", "3"), ("same", "4")));
        var (pull, _, _) = tester.Repository.OpenPull("change", Files(("changed", "5"), ("gone", null), ("moved", null), ("moved here", "3")));
        tester.Repository.Push("main", "later", "6");
        pull.PushToPull(Files(("new", "7")));

        var (first, files) = await tester.GetAsync($"{Pulls}/1/files?per_page=3");
        var (_, rest) = await tester.GetAsync($"repositories/{tester.Repository.Id}/pulls/1/files?per_page=3&page=2");

        Assert.Equal(
            ["modified changed ", "renamed moved here moved", "added new ", "removed gone "],
            files!.AsArray().Concat(rest!.AsArray()).Select(file => $"{file!["status"]} {file["filename"]} {file["previous_filename"]}"));
        Assert.Contains($"/repositories/{tester.Repository.Id}/pulls/1/files?per_page=3&page=2>; rel=\"next\"", first.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Files(params (string Path, string? Text)[] files) => files.ToDictionary(file => file.Path, file => file.Text);
}

using System.Net;

namespace Hotfix.Tests.Sandbox;

public sealed class LabelEndpointTests
{
    private const string Labels = "repos/octo-org/beta/labels";

    [Fact]
    public async Task A_label_is_created_and_found_whatever_its_case()
    {
        await using var tester = await SandboxTester.StartAsync();

        var (created, _) = await tester.PostAsync(Labels, """{"name":"Severity/P0","color":"b60205","description":"Down für alle"}""");
        var (found, body) = await tester.GetAsync($"{Labels}/severity%2Fp0");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal("Severity/P0", body!["name"]!.GetValue<string>());
        Assert.Equal("Down für alle", body["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_label_that_exists_is_a_422_with_already_exists()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Labels.Add("bug");

        var (response, body) = await tester.PostAsync(Labels, """{"name":"BUG"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("already_exists", body!["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("Label", body["errors"]![0]!["resource"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"name":"bug","color":"#b60205"}""", "invalid", "color")]
    [InlineData("""{"name":"bug","color":"red"}""", "invalid", "color")]
    [InlineData("""{"name":""}""", "missing_field", "name")]
    [InlineData("""{"name":"a name of more than fifty characters, which is too long"}""", "custom", "name")]
    public async Task A_label_of_the_wrong_shape_is_a_422_that_names_the_field(string json, string code, string field)
    {
        await using var tester = await SandboxTester.StartAsync();

        var (response, body) = await tester.PostAsync(Labels, json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(code, body!["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(field, body["errors"]![0]!["field"]!.GetValue<string>());
        Assert.Empty(tester.Repository.Labels);
    }

    [Fact]
    public async Task An_edited_label_shows_on_the_issues_that_have_it()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It is slow", null, labels: "bug");

        var (response, _) = await tester.SendAsync(HttpMethod.Patch, $"{Labels}/bug", """{"new_name":"defect","color":"d73a4a"}""");
        var (_, shown) = await tester.GetAsync("repos/octo-org/beta/issues/1/labels");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(issue.Has("Defect"));
        Assert.Equal("d73a4a", shown![0]!["color"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync($"{Labels}/bug")).Response.StatusCode);
    }

    [Fact]
    public async Task A_label_cannot_take_the_name_of_another()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Labels.Add("bug");
        tester.Repository.Labels.Add("defect");

        var (response, body) = await tester.SendAsync(HttpMethod.Patch, $"{Labels}/bug", """{"new_name":"Defect"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("already_exists", body!["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_label_nobody_made_is_a_404()
    {
        await using var tester = await SandboxTester.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync($"{Labels}/none")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.SendAsync(HttpMethod.Patch, $"{Labels}/none", """{"color":"ededed"}""")).Response.StatusCode);
    }
}

using System.Text;

namespace Hotfix.Tests.Support;

public sealed class OpenApiTests
{
    private const string Label =
        """{"id":1,"node_id":"LA_1","url":"https://api.github.com/x","name":"bug","description":null,"color":"ededed","default":false}""";

    [Fact]
    public void A_request_and_its_answer_as_described_raise_nothing() =>
        Assert.Empty(Check("POST", "/repos/o/r/labels?x=1", """{"name":"bug"}""", 201, Label));

    [Theory]
    [InlineData("GET", "/repos/o/r/lables", null, 200, "[]", "GET /repos/o/r/lables is no endpoint of GitHub's API.")]
    [InlineData("PUT", "/repos/o/r/labels", null, 200, "[]", "PUT /repos/o/r/labels is no endpoint of GitHub's API.")]
    [InlineData("GET", "/repos/o/r/labels", null, 202, "[]",
        "GET /repos/o/r/labels (202): the status is not described.")]
    [InlineData("POST", "/repos/o/r/labels", """{"name":"bug","colour":"ededed"}""", 201, Label,
        "POST /repos/o/r/labels: the request.colour is not in the schema.")]
    [InlineData("POST", "/repos/o/r/labels", """{"name":7}""", 201, Label,
        "POST /repos/o/r/labels: the request.name is Number, and should be string.")]
    [InlineData("POST", "/repos/o/r/labels", "{}", 201, Label, "POST /repos/o/r/labels: the request.name is missing.")]
    [InlineData("POST", "/repos/o/r/labels", null, 201, Label,
        "POST /repos/o/r/labels: the request has no body, and needs one.")]
    [InlineData("POST", "/repos/o/r/labels", """{"name":"bug"}""", 201, "<html>",
        "POST /repos/o/r/labels (201): the answer is not JSON.")]
    [InlineData("DELETE", "/repos/a/b/issues/comments/1", null, 204, "{}",
        "DELETE /repos/a/b/issues/comments/1 (204): the answer has a body, and none is described.")]
    [InlineData("GET", "/repos/o/r/labels", null, 200, """[{"id":1}]""",
        "GET /repos/o/r/labels (200): the answer[0].node_id is missing.")]
    [InlineData("GET", "/repos/o/r/labels", null, 404, """{"message":7}""",
        "GET /repos/o/r/labels (404): the answer.message is Number, and should be string.")]
    public void What_does_not_fit_is_said_in_a_sentence(string method, string path, string? request, int status, string answer, string sentence) =>
        Assert.Contains(sentence, Check(method, path, request, status, answer));

    [Theory]
    [InlineData(0, "")]
    [InlineData(500, "<html>")]
    [InlineData(429, "")]
    [InlineData(403, """{"message":"You have exceeded a secondary rate limit."}""")]
    [InlineData(304, "")]
    public void Outages_limits_and_304_need_no_description(int status, string answer) =>
        Assert.Empty(Check("GET", "/repositories/1/labels", null, status, answer));

    [Fact]
    public void A_literal_segment_is_preferred_to_a_parameter() =>
        Assert.Empty(Check("DELETE", "/repos/o/r/issues/comments/1", null, 204, ""));

    private static IReadOnlyList<string> Check(string method, string path, string? request, int status, string answer) =>
        OpenApi.GitHub.Check(method, path, Encoding.UTF8.GetBytes(request ?? ""), status, Encoding.UTF8.GetBytes(answer));
}

using System.Text;
using Hotfix.Http.Functions;
using Hotfix.Storage.Azure;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Http.Functions;

/// <summary>The host's envelopes, as its source makes them.</summary>
public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{"Data":{"doorbell":"\"1763720000000 issue-7-12\""},"Metadata":{"DequeueCount":"3","Id":"\"5\""}}""", "1763720000000 issue-7-12", 3)]
    [InlineData("""{"Data":{"doorbell":"issue-7-12"},"Metadata":{"DequeueCount":2}}""", "issue-7-12", 2)]
    [InlineData("""{"Data":{"doorbell":"\"Gr\\u00f6\\u00dfe 💥\""}}""", "Größe 💥", 1)]
    [InlineData("""{"Data":{"doorbell":"\"{\\\"DequeueCount\\\":\\\"many\\\"}\""},"Metadata":{"DequeueCount":"\"many\""}}""", """{"DequeueCount":"many"}""", 1)]
    public void Its_text_is_encoded_twice_or_once(string body, string text, int takes) => Assert.Equal(new(text, takes), Envelope.Parse(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"Data":{"timer":{"IsPastDue":false}}}""")]
    [InlineData("""{"Data":{"doorbell":{"key":"issue-7-12"}}}""")]
    [InlineData("""{"Data":{"doorbell":"\"cut"}}""")]
    public void What_the_host_does_not_send_is_refused(string body) => Assert.Throws<FormatException>(() => Envelope.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void The_key_in_a_message_is_what_was_put() => Assert.Equal("issue-7-12", StoredMessage.TextOf("1763720000000 issue-7-12"));

    [Fact]
    public void Every_queue_is_bound_by_the_name_that_is_read() =>
        Assert.Equal(4, FunctionsFolder.Functions().Values.Count(binding => $"{binding["type"]}" == "queueTrigger" && $"{binding["name"]}" == Envelope.Binding));

    [Fact]
    public void No_route_leads_outsiders_to_a_function_of_the_host_s() =>
        Assert.All(FunctionsFolder.Routes(), route => Assert.False(route.Path.Contains('{', StringComparison.Ordinal) || FunctionsFolder.Functions().Any(one => $"{one.Value["type"]}" != "httpTrigger" && route.Path == $"/{one.Key}")));
}

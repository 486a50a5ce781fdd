using System.Text;
using Hotfix.Extension.Manifests;

namespace Hotfix.Tests.Extension;

/// <summary>Changes in a manifest that leave the rest as it was, byte for byte.</summary>
public sealed class ManifestEditTests
{
    [Theory]
    [InlineData("{ \"version\" : \"1.0\" ,\r\n\t\"x\":{\"version\":\"1.0\"} }\n", "{ \"version\" : \"2.0\" ,\r\n\t\"x\":{\"version\":\"1.0\"} }\n")]
    [InlineData("\ufeff{ // first\n\"version\": /* which */ \"1.0\" }", "\ufeff{ // first\n\"version\": /* which */ \"2.0\" }")]
    [InlineData("""{"version":"1","a":["version"],"version":"2"}""", """{"version":"2.0","a":["version"],"version":"2.0"}""")]
    [InlineData("""{"v\u0065rsion":"1"}""", """{"v\u0065rsion":"2.0"}""")]
    [InlineData("""{"version":{"a":[1]},"b":2}""", """{"version":"2.0","b":2}""")]
    [InlineData("""{"name":"version"}""", """{"name":"version"}""")]
    public void A_value_is_replaced_where_it_stands(string before, string after) => Assert.Equal(after, Text(ManifestEdit.Replace(Bytes(before), "version", "2.0")));

    [Theory]
    [InlineData("{ \"name\":\"x\" }", "{\"key\":\"a\\\"ö\", \"name\":\"x\" }")]
    [InlineData("{}", "{\"key\":\"a\\\"ö\"}")]
    [InlineData("\ufeff// one\n{/* two */ \"name\":1}", "\ufeff// one\n{\"key\":\"a\\\"ö\",/* two */ \"name\":1}")]
    [InlineData("{\"key\":\"b\"}", "{\"key\":\"a\\\"ö\"}")]
    public void A_key_that_is_not_there_comes_first(string before, string after) => Assert.Equal(after, Text(ManifestEdit.Put(Bytes(before), "key", "a\"ö")));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}

using System.Security.Cryptography;
using System.Text;
using Hotfix.GitHub;

namespace Hotfix.Tests.GitHub;

public sealed class WebhookSignatureTests
{
    private const string Secret = "It's a Secret to Everybody";
    private const string Valid = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    // The vector of GitHub's documentation, "Validating webhook deliveries".
    [Theory]
    [InlineData("Hello, World!", Valid, true)]
    [InlineData("Hello, World!\n", Valid, false)]
    [InlineData("Hello, World!", null, false)]
    [InlineData("Hello, World!", "", false)]
    [InlineData("Hello, World!", "sha256=", false)]
    [InlineData("Hello, World!", "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", false)]
    [InlineData("Hello, World!", "sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17", true)]
    [InlineData("Hello, World!", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1", false)]
    [InlineData("Hello, World!", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e177", false)]
    [InlineData("Hello, World!", "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", false)]
    [InlineData("Hello, World!", "sha256=057107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", false)]
    public void Tells_a_genuine_body(string body, string? header, bool valid) =>
        Assert.Equal(valid, new WebhookSignature([Secret]).IsValid(Encoding.UTF8.GetBytes(body), header));

    [Fact]
    public void Accepts_the_old_and_the_new_secret_while_one_is_rotated()
    {
        var signature = new WebhookSignature(["new", "old"]);
        var body = Encoding.UTF8.GetBytes("Grüße, 世界");

        Assert.True(signature.IsValid(body, Sign("new", body)));
        Assert.True(signature.IsValid(body, Sign("old", body)));
        Assert.False(signature.IsValid(body, Sign("older", body)));
    }

    [Fact]
    public void Refuses_to_work_without_a_secret()
    {
        Assert.Throws<ArgumentException>(() => new WebhookSignature([]));
        Assert.Throws<ArgumentException>(() => new WebhookSignature(["good", ""]));
    }

    [Fact]
    public void Does_not_show_the_secret() => Assert.DoesNotContain(Secret, new WebhookSignature([Secret]).ToString(), StringComparison.Ordinal);

    private static string Sign(string secret, byte[] body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}

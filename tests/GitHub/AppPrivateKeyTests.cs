using Hotfix.GitHub;

namespace Hotfix.Tests.GitHub;

public sealed class AppPrivateKeyTests
{
    public static TheoryData<string> Readable => [TestKey.Pkcs1, TestKey.Pkcs8, OneLine(TestKey.Pkcs1), Windows(TestKey.Pkcs8), $"\n\n{TestKey.Pkcs1}\n"];

    public static TheoryData<string> Unreadable =>
    [
        "", "   ", "sesame", TestKey.Public, TestKey.Pkcs1[..400], TestKey.Pkcs1 + TestKey.Pkcs8, TestKey.Pkcs1.Replace("MII", "!!!", StringComparison.Ordinal),
        "-----BEGIN RSA PRIVATE KEY-----\nc2VzYW1l\n-----END RSA PRIVATE KEY-----",
    ];

    [Theory]
    [MemberData(nameof(Readable))]
    public void Reads_the_forms_in_which_people_pass_a_key(string pem)
    {
        using var key = AppPrivateKey.FromPem(pem);

        Assert.Equal(256, key.Sign("hello"u8).Length);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Refuses_anything_else_in_one_sentence_without_its_text(string pem)
    {
        var refusal = Assert.Throws<FormatException>(() => AppPrivateKey.FromPem(pem));

        Assert.Equal(
            "The App's private key is not an unencrypted RSA private key in PEM form (-----BEGIN RSA PRIVATE KEY----- and so on).", refusal.Message);
        Assert.Null(refusal.InnerException);
    }

    [Fact]
    public void Does_not_show_itself()
    {
        using var key = AppPrivateKey.FromPem(TestKey.Pkcs1);
        var options = new GitHubOptions(new Uri("https://api.github.com"), 77, key, Pacing.GitHub, TimeSpan.FromSeconds(10));

        Assert.Equal("(private key)", key.ToString());
        Assert.Contains("Key = (private key)", options.ToString(), StringComparison.Ordinal);
    }

    private static string OneLine(string pem) => pem.Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Windows(string pem) => pem.Replace("\n", "\r\n", StringComparison.Ordinal);
}

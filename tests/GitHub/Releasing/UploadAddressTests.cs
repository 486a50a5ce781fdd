using Hotfix.GitHub.Releasing;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub.Releasing;

/// <summary>The token goes where files are uploaded: to GitHub, and to nobody else.</summary>
public sealed class UploadAddressTests
{
    [Theory]
    [InlineData("https://api.github.com", "https://uploads.github.com/repos/a/b/releases/1/assets{?name,label}", "https://uploads.github.com/repos/a/b/releases/1/assets?name=a%20b.zip")]
    [InlineData("https://api.acme.ghe.com", "https://uploads.acme.ghe.com/x{?name}", "https://uploads.acme.ghe.com/x?name=a%20b.zip")]
    [InlineData("https://git.acme.example/api/v3", "https://git.acme.example/api/uploads/x{?name}", "https://git.acme.example/api/uploads/x?name=a%20b.zip")]
    [InlineData("http://127.0.0.1:80", "http://localhost:80/x{?name}", "http://localhost/x?name=a%20b.zip")]
    public void GitHubs_own_host_is_taken(string rest, string template, string expected) => Assert.Equal(expected, UploadAddress.Of(new(rest), template, "a b.zip").AbsoluteUri);

    [Theory]
    [InlineData("https://api.github.com", "https://uploads.github.com.evil.example/x")]
    [InlineData("https://api.github.com", "http://uploads.github.com/x")]
    [InlineData("https://api.github.com", "https://evil.example/x")]
    [InlineData("https://git.acme.example/api/v3", "https://uploads.git.acme.example/x")]
    [InlineData("http://127.0.0.1:80", "http://127.0.0.1:81/x")]
    [InlineData("https://api.github.com", "x")]
    public void Any_other_is_refused(string rest, string template) => Assert.Throws<UnavailableException>(() => UploadAddress.Of(new(rest), template, "a.zip"));
}

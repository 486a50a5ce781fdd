using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Versions;

public sealed class GitRefNameTests
{
    [Theory]
    [InlineData("hotfix/v1.1.0-beta.1", null)]
    [InlineData("release/hotfix-v1.0.0", null)]
    [InlineData("a@b", null)]
    [InlineData("größe/{x}", null)]
    [InlineData("a.lock.b", null)]
    [InlineData("a#b", null)]
    [InlineData("", "is empty")]
    [InlineData("HEAD", "is a word of git's own")]
    [InlineData("-a", "begins with a hyphen")]
    [InlineData("a b", "has a blank or a control character in it")]
    [InlineData("a\tb", "has a blank or a control character in it")]
    [InlineData("a\u007Fb", "has a blank or a control character in it")]
    [InlineData("a~1", "has ~ in it")]
    [InlineData("a^", "has ^ in it")]
    [InlineData("a:b", "has : in it")]
    [InlineData("a?", "has ? in it")]
    [InlineData("a*", "has * in it")]
    [InlineData("a[1]", "has [ in it")]
    [InlineData("a\\b", "has \\ in it")]
    [InlineData("a..b", "has two dots in a row")]
    [InlineData("a@{1}", "has @{ in it")]
    [InlineData("a.", "ends with a dot")]
    [InlineData("/a", "begins or ends with a slash, or has two in a row")]
    [InlineData("a/", "begins or ends with a slash, or has two in a row")]
    [InlineData("a//b", "begins or ends with a slash, or has two in a row")]
    [InlineData("a/.b", "has a part that begins with a dot")]
    [InlineData(".a", "has a part that begins with a dot")]
    [InlineData("a.lock", "has a part that ends with .lock")]
    [InlineData("a.lock/b", "has a part that ends with .lock")]
    public async Task Takes_and_refuses_what_git_does(string name, string? objection)
    {
        var (exitCode, _, _) = await Tool.RunAsync("git", TestContext.Current.CancellationToken, "check-ref-format", "--branch", name);

        Assert.Equal((objection, objection is null), (GitRefName.Objection(name), exitCode == 0));
    }

    [Fact]
    public void What_is_refused_besides()
    {
        Assert.Equal("is a word of git's own", GitRefName.Objection("@")); // git takes it for the branch it is on
        Assert.Equal("could be the id of a commit", GitRefName.Objection("0123456789abcdef0123456789abcdef01234567"));
        Assert.Equal("is longer than 200 characters", GitRefName.Objection(new string('a', 201)));
        Assert.Equal("has a blank or a control character in it", GitRefName.Objection("a\0b"));
    }
}

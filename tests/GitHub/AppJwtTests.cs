using Hotfix.GitHub;
using Hotfix.GitHub.Access;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.GitHub;

public sealed class AppJwtTests : IDisposable
{
    private readonly ManualTime time = new(GitHubTester.Start);
    private readonly AppPrivateKey key = AppPrivateKey.FromPem(TestKey.Pkcs1);
    private readonly GitHubClock clock;
    private readonly AppJwt jwt;

    public AppJwtTests()
    {
        clock = new GitHubClock(time);
        jwt = new AppJwt(77, key, clock);
    }

    [Fact]
    public void Says_who_we_are_for_nine_minutes_from_a_minute_ago_signed_with_our_key()
    {
        var claims = TestKey.Claims(jwt.Current().Reveal());
        var now = GitHubTester.Start.ToUnixTimeSeconds();

        Assert.Equal(now - 60, (long)claims["iat"]!);
        Assert.Equal(now + 540, (long)claims["exp"]!);
        Assert.Equal("77", (string)claims["iss"]!);
    }

    [Fact]
    public void Is_used_again_until_shortly_before_it_ends()
    {
        var first = jwt.Current();

        time.Advance(TimeSpan.FromSeconds(479));
        Assert.Same(first, jwt.Current());

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.Reveal(), jwt.Current().Reveal());
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(-40)]
    [InlineData(40)]
    [InlineData(3600)]
    public void Is_signed_anew_by_GitHubs_clock_once_ours_is_known_to_be_wrong(int seconds)
    {
        var before = jwt.Current();

        Assert.True(clock.Correct(GitHubTester.Start.AddSeconds(seconds)));
        Assert.False(clock.Correct(GitHubTester.Start.AddSeconds(seconds)));

        Assert.NotSame(before, jwt.Current());
        Assert.True(TestKey.Accepts(jwt.Current().Reveal(), GitHubTester.Start.AddSeconds(seconds)));
    }

    [Fact]
    public void Does_not_show_itself() => Assert.Equal("(token)", jwt.Current().ToString());

    public void Dispose() => key.Dispose();
}

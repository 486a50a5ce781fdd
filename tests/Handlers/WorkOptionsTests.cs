using Hotfix.GitHub;
using Hotfix.Handlers;
using Hotfix.Tests.GitHub;

namespace Hotfix.Tests.Handlers;

public sealed class WorkOptionsTests
{
    [Fact]
    public void A_read_that_hangs_is_given_up_before_the_lease_ends()
    {
        var options = new GitHubOptions(new("https://api.github.com"), 1, AppPrivateKey.FromPem(TestKey.Pkcs1), Pacing.Off, Services.CallTimeout);
        var pauses = Enumerable.Range(0, options.ReadTries - 1).Sum(at => options.RetryPause.TotalSeconds * Math.Pow(2, at));

        Assert.InRange(WorkOptions.Default.Lease.TotalSeconds, (options.ReadTries * options.CallTimeout.TotalSeconds) + pauses + 5, 60);
    }
}

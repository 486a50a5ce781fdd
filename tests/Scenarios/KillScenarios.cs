using System.Collections.Concurrent;
using System.Net;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>The real process, killed in the middle of a burst: what was answered 202 is finished after the restart, and nothing is done twice.</summary>
public sealed class KillScenarios
{
    private const int Issues = 500;
    private const int Side = 32;

    [Fact]
    public async Task Killed_in_the_middle_and_restarted()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("hotfix-kill-");
        await using var github = await SandboxGitHub.StartAsync(new(), cancellation);
        var repository = github.AddRepository("acme", "extension");
        var filed = Enumerable.Range(1, Issues).Select(number => repository.File($"The extension crashes for all users ({number})", "Every time.")).ToList();
        var acknowledged = new ConcurrentDictionary<string, bool>();

        await using (var first = await HotfixProcess.StartAsync(github, Path.Combine(folder.FullName, "hotfix.db"), cancellation))
        {
            var sending = SendAsync(github, first.Hook, filed.Select((one, at) => (one.Delivery, Twice: at % 10 == 0)), acknowledged);
            await github.WaitUntilAsync(state => state.CommentCount >= Issues / 5, cancellation);
            await first.KillAsync();
            await sending;
        }

        var before = acknowledged.Count;
        Assert.InRange(github.State.CommentCount, Issues / 5, Issues - 1);

        await using var second = await HotfixProcess.StartAsync(github, Path.Combine(folder.FullName, "hotfix.db"), cancellation);
        await SendAsync(github, second.Hook, filed.Where(one => !acknowledged.ContainsKey(one.Delivery.Id)).Select(one => (one.Delivery, Twice: false)), acknowledged);
        await github.WaitUntilAsync(state => state.CommentCount >= Issues, cancellation);
        await second.KillAsync();

        Assert.True(before > 0);
        Assert.Equal(Issues, acknowledged.Count);
        Burst.AssertWhole([.. filed.Select(one => one.Issue)]);
        folder.Delete(recursive: true);
    }

    /// <summary>Sends each once or twice; one that nobody answers is not acknowledged, as GitHub would record it.</summary>
    private static Task SendAsync(SandboxGitHub github, Uri hook, IEnumerable<(SandboxDelivery Delivery, bool Twice)> deliveries, ConcurrentDictionary<string, bool> acknowledged) =>
        Parallel.ForEachAsync(
            deliveries.SelectMany(one => Enumerable.Repeat(one.Delivery, one.Twice ? 2 : 1)),
            new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = TestContext.Current.CancellationToken },
            async (delivery, cancellationToken) =>
            {
                try
                {
                    if (await github.SendAsync(delivery, hook, cancellationToken) == HttpStatusCode.Accepted)
                    {
                        acknowledged[delivery.Id] = true;
                    }
                }
                catch (HttpRequestException)
                {
                    // The process is gone: the delivery stays unacknowledged.
                }
            });
}

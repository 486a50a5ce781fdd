using System.Net;
using Hotfix.Handlers;
using Hotfix.Sandbox;

namespace Hotfix.Cli.Demo;

/// <summary>Lets the sandbox tell the App what happened, as GitHub does, and waits until the App has seen to it.</summary>
internal sealed class DemoHook(SandboxGitHub github, DemoHandlings handlings)
{
    /// <summary>Stored (202), or understood to be of no use (204).</summary>
    public static bool IsAnswered(SandboxEcho echo) => echo.Status is HttpStatusCode.Accepted or HttpStatusCode.NoContent;

    /// <returns>Null where it is none of the App's business.</returns>
    /// <exception cref="InvalidOperationException">It was not taken.</exception>
    public async Task<Handled?> TellAsync(SandboxDelivery delivery, CancellationToken cancellationToken) => await github.SendAsync(delivery, cancellationToken) switch
    {
        HttpStatusCode.Accepted => await handlings.OfAsync(delivery.Id, cancellationToken),
        HttpStatusCode.NoContent => null,
        var status => throw new InvalidOperationException($"The delivery {delivery.Id} ({delivery.Event}) was answered {(int)status}, neither 202 nor 204."),
    };

    /// <summary>The same of one after another, each only when the one before was told.</summary>
    /// <returns>What is the App's business.</returns>
    public async Task<IReadOnlyList<Handled>> TellAsync(IEnumerable<SandboxDelivery> deliveries, CancellationToken cancellationToken)
    {
        var all = new List<Handled>();

        foreach (var delivery in deliveries)
        {
            all.AddRange(await TellAsync(delivery, cancellationToken) is { } handled ? [handled] : []);
        }

        return all;
    }

    /// <summary>The same of a comment with one command in it: what became of the command, which is a delivery of the App's own.</summary>
    public async Task<Handled> CommandAsync(SandboxDelivery comment, CancellationToken cancellationToken)
    {
        await TellAsync(comment, cancellationToken);

        return await handlings.OfAsync($"command-{comment.Id}-00", cancellationToken);
    }
}

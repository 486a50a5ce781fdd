using Hotfix.Cli.Tree;
using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Issues;
using Hotfix.Sandbox;

namespace Hotfix.Cli;

/// <summary>A report's way from <c>/hotfix start</c> to the merged fix.</summary>
/// <param name="Handled">What became of each thing that the App was told, in order.</param>
/// <param name="Journal">What the App did.</param>
/// <param name="Tree">The repository's commits afterwards.</param>
internal sealed record DemoFix(SandboxIssue Issue, IReadOnlyList<Handled> Handled, Values<Deed> Journal, IReadOnlyList<string> Tree)
{
    private const string Person = "maintainer";

    public Domain.Hotfix? Hotfix => Handled[^1].Hotfix;

    /// <summary>It is merged, each step was seen to at once, and the card says what comes next.</summary>
    public bool IsRight =>
        Handled.All(handled => handled is { Error: null, Head.Status: DeliveryStatus.Done })
        && Hotfix is { State: HotfixState.Merged, Fix.Oddity: null }
        && Issue.Comments.Any(comment => comment.ByApp && comment.Body.Contains("- **Next step** Publish the release", StringComparison.Ordinal));

    public static async Task<DemoFix> MakeAsync(SandboxIssue issue, DemoHook hook, Profile profile, Journal journal, CancellationToken cancellationToken)
    {
        List<Handled> handled = [await hook.CommandAsync(issue.Comment("/hotfix start", Person).Delivery, cancellationToken)];

        foreach (var delivery in issue.Repository.Pulls is [var pull] ? Mend(pull, profile) : [])
        {
            handled.AddRange(await hook.TellAsync(delivery, cancellationToken) is { } one ? [one] : []);
        }

        return new(issue, handled, await journal.ReadAsync(handled[0].Hotfix!.Issue, cancellationToken), GitLog.Of(issue.Repository.Branches));
    }

    /// <summary>What a person does next: each thing only when the one before was told.</summary>
    private static IEnumerable<SandboxDelivery> Mend(SandboxPull pull, Profile profile)
    {
        var (_, push, synchronize) = pull.PushToPull(new Dictionary<string, string?> { [DemoCode.Source] = DemoCode.Mended }, Person, $"{profile.Branches.FixMessage ?? "fix: "}show titles as text");
        yield return push;
        yield return synchronize;
        yield return pull.Ready(Person);

        foreach (var delivery in pull.Merge(Person).Deliveries)
        {
            yield return delivery;
        }
    }
}

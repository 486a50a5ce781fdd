using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Issues;
using Hotfix.Sandbox;

namespace Hotfix.Cli.Demo;

/// <summary>A report's way from <c>/hotfix start</c> through the gate to the merged fix.</summary>
/// <param name="Pull">Its pull request.</param>
/// <param name="Steps">What the gate said after each thing that somebody did.</param>
/// <param name="Handled">What became of each thing that the App was told, in order.</param>
/// <param name="Cards">Of its issue when it was merged.</param>
internal sealed record DemoFix(SandboxPull Pull, IReadOnlyList<DemoStep> Steps, IReadOnlyList<Handled> Handled, IReadOnlyList<string> Cards)
{
    private const string Marker = "<!-- hotfix:";

    public Domain.Hotfix? Hotfix => Handled[^1].Hotfix;

    /// <summary>What the App said on the pull request when the last item closed.</summary>
    public IReadOnlyList<string> Said => [.. Pull.Issue.Comments.Where(comment => comment.ByApp).Select(comment => comment.Body.Split('\n').Last(line => line.Length > 0 && !line.StartsWith(Marker, StringComparison.Ordinal)))];

    /// <summary>The gate went from red to green, each time because of what was done, and only the last time to green; it is merged, each step was seen to at once, and the card says what comes next.</summary>
    public bool IsRight =>
        Handled.All(handled => handled is { Error: null, Head.Status: DeliveryStatus.Done })
        && Steps.All(step => step.IsRight)
        && Steps.Zip(Steps.Skip(1)).All(pair => !pair.First.IsGreen && pair.First.Title != pair.Second.Title)
        && Steps[^1].IsGreen
        && Said.Count == 1
        && Hotfix is { State: HotfixState.Merged, Fix.Oddity: null }
        && Cards is [var card]
        && card.Contains("- **Next step** Publish the release", StringComparison.Ordinal);

    public static async Task<DemoFix> MakeAsync(SandboxIssue issue, DemoCode code, DemoHook hook, DemoHandlings handlings, Profile profile, Journal journal, CancellationToken cancellationToken)
    {
        var start = await hook.CommandAsync(issue.Comment("/hotfix start", DemoDeed.Author).Delivery, cancellationToken);
        var pull = issue.Repository.Pulls.Single();
        var gate = new DemoGate(start.Hotfix!.Issue, pull, handlings, journal);
        var (first, verdict) = await gate.SeeAsync($"{DemoDeed.Author} comments /hotfix start", cancellationToken);
        List<Handled> handled = [start, verdict];
        List<DemoStep> steps = [first];

        foreach (var deed in DemoDeed.Of(pull, code, profile, start.Hotfix.Fix!.Template!.Items))
        {
            handled.AddRange(await hook.TellAsync(deed.Deliveries, cancellationToken));
            var (step, judged) = await gate.SeeAsync(deed.Did, cancellationToken);
            (handled, steps) = ([.. handled, judged], [.. steps, step]);
        }

        handled.AddRange(await hook.TellAsync(pull.Merge(DemoDeed.Author).Deliveries, cancellationToken));

        return new(pull, steps, handled, DemoCard.Of(issue));
    }
}

using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Handlers;
using Hotfix.Handlers.Issues;
using Hotfix.Sandbox;

namespace Hotfix.Cli.Demo;

/// <summary>What somebody did, and what the gate says after it, as a person sees it on the pull request.</summary>
/// <param name="IsDraft">The pull request is no more than a draft.</param>
/// <param name="Title">What the check says in one line.</param>
/// <param name="Open">The items that keep the gate shut, the worst first, in the words of the checklist.</param>
internal sealed record DemoStep(string Did, bool IsGreen, bool IsDraft, string Title, IReadOnlyList<string> Open)
{
    /// <summary>The title counts what is open; green is what has nothing open, and is no draft any more.</summary>
    public bool IsRight => IsGreen
        ? !IsDraft && Open.Count == 0 && Title.StartsWith("All ", StringComparison.Ordinal)
        : IsDraft && Open.Count > 0 && Title.StartsWith($"{Open.Count} of ", StringComparison.Ordinal);
}

/// <summary>Lets the demo see the gate: the verdict that covers what happened is awaited, and read where people read it.</summary>
/// <param name="issue">The hotfix's.</param>
internal sealed class DemoGate(IssueId issue, SandboxPull pull, DemoHandlings handlings, Journal journal)
{
    private static readonly string[] Passed = ["### Passed by somebody", "### Not asked here", "### Closed"];

    public async Task<(DemoStep Step, Handled Verdict)> SeeAsync(string did, CancellationToken cancellationToken)
    {
        var asked = (await journal.ReadAsync(issue, cancellationToken)).Select(deed => deed.Effect).OfType<AskVerdict>().Max(ask => ask.At);
        var verdict = await handlings.OfAsync(Derived.VerdictOf(issue, asked).Id, cancellationToken);
        var check = pull.Issue.Repository.Checks.Last(check => check.Name == GateReport.CheckName && check.Commit == pull.Head.Sha);

        return (new(did, check.Conclusion == "success", pull.IsDraft, check.Title ?? "", [.. Open(check.Text ?? "")]), verdict);
    }

    /// <summary>The lines below the headings of what is open: <c>- **`The item.`** What would close it.</c></summary>
    private static IEnumerable<string> Open(string text) => text.Split('\n')
        .TakeWhile(line => !Passed.Contains(line))
        .Where(line => line.StartsWith("- **", StringComparison.Ordinal))
        .Select(line => line[4..].Split("** ", 2)[0].Trim('`'));
}

using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Handlers;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Support;

/// <summary>A hotfix that was started, with a checklist of its own, and what its gate says.</summary>
internal static class Gated
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="items">The checklist's items, as the config has them: <c>id: evidence</c>.</param>
    /// <param name="more">What else the config says.</param>
    /// <param name="before">What is so before the hotfix is started.</param>
    public static async Task<(HotfixTester Hotfix, SandboxPull Pull)> StartAsync(string items, string more = "", WorkOptions? work = null, Action<HotfixTester>? before = null)
    {
        var list = items.Split(';', StringSplitOptions.TrimEntries).Select(item => item.Split(": ", 2)).Select(item => $"    - {{ id: {item[0]}, text: The item {item[0]}., evidence: '{item[1]}' }}");
        var hotfix = await Released.StartAsync($"pull_request:\n  checklist:\n{string.Join('\n', list)}\n{more}", work: work);
        before?.Invoke(hotfix);
        hotfix.Repository.Roles["maintainer"] = "admin";
        hotfix.Repository.Roles["rita"] = "write";
        var issue = await hotfix.ReportAsync();
        (await hotfix.TellAsync(issue, "/hotfix start")).IsDone();
        await hotfix.Handlings.UntilAsync(IsVerdict, Cancellation);

        return (hotfix, hotfix.Fix());
    }

    /// <summary>The newest run of the gate on the pull request's head.</summary>
    public static SandboxCheck Gate(this SandboxPull pull) => pull.Gates()[^1];

    public static IReadOnlyList<SandboxCheck> Gates(this SandboxPull pull) => pull.Gates(pull.Head.Sha);

    public static IReadOnlyList<SandboxCheck> Gates(this SandboxPull pull, string commit) =>
        [.. pull.Issue.Repository.Checks.Where(check => check.Name == GateReport.CheckName && check.Commit == commit)];

    /// <summary>What the gate says of an item: the standing's heading.</summary>
    public static string Standing(this SandboxPull pull, string id)
    {
        var heading = "";

        foreach (var line in pull.Gate().Text!.Split('\n'))
        {
            heading = line.StartsWith("### ", StringComparison.Ordinal) ? line[4..] : heading;

            if (line.Contains($"The item {id}.", StringComparison.Ordinal))
            {
                return heading;
            }
        }

        return "not there";
    }

    /// <summary>GitHub tells things; returns when the gate was judged after the last of them.</summary>
    public static async Task JudgedAsync(this HotfixTester hotfix, params IReadOnlyList<SandboxDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            await hotfix.HearAsync([delivery]);
        }

        await hotfix.SettledAsync();
    }

    /// <summary>Somebody gives a command; returns when the gate was judged after it.</summary>
    public static async Task<Heard> CommandedAsync(this HotfixTester hotfix, SandboxIssue on, string command, string by = "maintainer")
    {
        var heard = await hotfix.TellAsync(on, command, by);
        await hotfix.SettledAsync();

        return heard;
    }

    /// <summary>Completes when the verdict that is due is given.</summary>
    public static async Task SettledAsync(this HotfixTester hotfix)
    {
        var due = hotfix.Handlings.All.Max(handled => handled.Hotfix?.Gate?.DueAt) ?? default;
        await hotfix.Handlings.UntilAsync(handled => IsVerdict(handled) && handled.Head.NotBefore >= due, Cancellation);
    }

    /// <summary>Ticks an item's box, as a click does.</summary>
    public static SandboxDelivery Tick(this SandboxPull pull, string id, string by = "contributor") => pull.EditBody(Boxed(pull, id, "- [ ]", "- [x]"), by);

    public static SandboxDelivery Untick(this SandboxPull pull, string id, string by = "contributor") => pull.EditBody(Boxed(pull, id, "- [x]", "- [ ]"), by);

    /// <summary>A push to the hotfix branch, as GitHub tells it.</summary>
    public static IReadOnlyList<SandboxDelivery> Push(this SandboxPull pull, string path, string? text, string by = "contributor", params IReadOnlyList<string> coAuthors)
    {
        var (_, push, synchronize) = pull.PushToPull(new Dictionary<string, string?> { [path] = text }, by, coAuthors: coAuthors);

        return [push, synchronize];
    }

    public static HotfixState State(this HotfixTester hotfix) => hotfix.Handlings.All.Last(handled => handled.Hotfix is not null).Hotfix!.State;

    public static bool IsVerdict(Handled handled) => handled.Head is { Event: Derived.Verdict, Status: DeliveryStatus.Done };

    private static string Boxed(SandboxPull pull, string id, string was, string now) =>
        string.Join('\n', pull.Issue.Body!.Split('\n').Select(line => line.Contains($"<!-- hotfix:{id} -->", StringComparison.Ordinal) ? line.Replace(was, now, StringComparison.Ordinal) : line));
}

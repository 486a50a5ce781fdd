using Hotfix.Domain;
using Hotfix.Gate;

namespace Hotfix.Commands.Verbs;

/// <summary>Lets an item of the gate pass that is open, on this commit and with a reason; somebody else looks at it afterwards.</summary>
internal sealed class OverrideVerb() : Verb(new(
    "override",
    VerbPlace.Both,
    RepositoryRole.Maintain,
    [Form.Of(new ArgumentRule("item", ArgumentKind.Item, [])), Form.Alone],
    [new("reason", "text", TakesText: true), new("cancel", null)],
    "Lets an open item of the gate pass until the next push, and opens an issue in which somebody else looks at it; `--cancel` ends that.",
    "/hotfix override regression_test --reason the test needs a browser that CI does not have",
    "The item counts again, and its follow-up issue is closed.")
{
    CanRehearse = true,
    LooksAtFreeze = true,
})
{
    public override Ruling Decide(CommandCall call)
    {
        var item = call.Command.Arguments is [var only] ? only : null;

        return (call.Gated, call.Command.Has("cancel"), item) switch
        {
            (null, _, _) => new Ruling.Refused(Replies.NoGate),
            (var gate, true, _) => Cancel(call, gate, item),
            (var gate, _, { } named) => Let(call, gate, named),
            _ => new Ruling.Refused(Replies.NoSuchItem("", Items(call))),
        };
    }

    private static Ruling Let(CommandCall call, GateState gate, string item)
    {
        var fix = call.Current.Fix!;
        var head = call.Facts.Head ?? fix.Pull!.Head;

        if (item == Judging.FreezeItem ? call.Facts.Freeze is null || call.Current.Assessment?.Severity != Severity.P0 : !Items(call).Contains(item))
        {
            return new Ruling.Refused(item == Judging.FreezeItem ? Replies.FreezeNotOverridden : Replies.NoSuchItem(item, Items(call)));
        }

        if (call.Command.Flag("reason") is not { Length: > 0 } reason)
        {
            return new Ruling.Refused(Replies.ReasonMissing);
        }

        if (gate.Overrides.FirstOrDefault(known => known.Item == item && known.Head == head) is { } known)
        {
            return new Ruling.Refused(Replies.OverriddenAlready(known));
        }

        var given = new GateOverride(item, head, call.Given.By.Login, call.Facts.Now, reason);
        var (issue, next) = (call.Current.Issue, call.Current with { Gate = gate with { Overrides = [.. gate.Overrides, given] } });

        return call.Told(next, $"{item} overridden", new OpenFollowUp(issue, given, Replies.FollowUpTitle(given, issue.Number), Replies.FollowUp(given, issue.Number, fix.Pull!.Number)));
    }

    private static Ruling Cancel(CommandCall call, GateState gate, string? item)
    {
        var gone = gate.Overrides.Where(known => item is null || known.Item == item).ToList();

        return gone.Count == 0
            ? new Ruling.Refused(Replies.NothingOverridden(item))
            : call.Told(
                call.Current with { Gate = gate with { Overrides = [.. gate.Overrides.Except(gone)] } },
                "override cancelled",
                [.. gone.Select(known => known.FollowUp).OfType<int>().Select(number => new SettleFollowUp(call.Current.Issue, number, false))]);
    }

    private static Values<string> Items(CommandCall call) => [.. (call.Current.Fix?.Template?.Items ?? []).Select(item => item.Id)];
}

using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands.Verbs;

/// <summary>Takes the asker's last command back, by the inverses that the journal holds.</summary>
internal sealed class UndoVerb() : Verb(new(
    "undo",
    VerbPlace.Both,
    RepositoryRole.Triage,
    [Form.Alone],
    [],
    "Takes your last command back, and says what cannot be taken back.",
    "/hotfix undo",
    "Say the command again instead.")
{
    AlsoWhenClosed = true,
    LooksBack = true,
    CanRehearse = true,
    TellsNothing = true,
})
{
    public override Ruling Decide(CommandCall call)
    {
        var current = call.Current;

        if (current.Commands.LastOrDefault(done => !done.IsUndone && (done.IsAutomatic || Same(done.By, call.Given.By.Login))) is not { } last)
        {
            return new Ruling.Refused(Replies.NothingToUndo);
        }

        Values<Deed> deeds = [.. call.Facts.Journal.Where(deed => deed.Delivery == last.Delivery)];
        Values<Effect> inverses = [.. Deeds.Inverses(deeds).Select(inverse => Undoing.ByNow(inverse, deeds, call)).OfType<Effect>()];

        if (Deeds.Inverses(deeds).Count == 0)
        {
            return new Ruling.Refused(Replies.CannotUndo(last, Registry.Find(last.Verb)?.Rule.Undo ?? ""));
        }

        if (Undoing.Passed(last, deeds, current) is { } passed)
        {
            return new Ruling.Refused(passed);
        }

        var next = current with { Events = Undoing.Events(last, call), UpdatedAt = deeds.Any(deed => deed.Effect is CloseIssue) ? call.Moment : current.UpdatedAt };

        return new Ruling.Done(next, [.. inverses, .. Undoing.Load(current, deeds), new LogCommand(current.Issue, last with { IsUndone = true })], $"took back {last.Verb}", null, NextStep.Undone);
    }

    /// <summary>What a second step has to say and do: the answer, and the report read again by what counts now.</summary>
    public static Follow Then(CommandCall call)
    {
        var own = call.Facts.Journal.Where(deed => deed.Delivery == call.Facts.Issue.Delivery).ToList();
        var undone = own.Select(deed => deed.Effect).OfType<LogCommand>().LastOrDefault()?.Command;
        var kept = own.Where(deed => deed.Outcome is Deeds.BranchKept or Deeds.LineKept).Select(deed => Replies.BranchKept(((DeleteBranch)deed.Effect).Branch, deed.Outcome == Deeds.LineKept));
        var notLet = own.Where(deed => deed.Outcome?.StartsWith(Deeds.NotLet, StringComparison.Ordinal) == true).Select(deed => Replies.StaysOpen(deed.Outcome![Deeds.NotLet.Length..]));
        Values<string> lasting = [.. kept.Distinct(), .. notLet.Distinct(), .. Deeds.Lasting(call.Facts.Journal.Where(deed => deed.Delivery == undone?.Delivery))];

        return new(
            [.. lasting.Count > 0 && undone is not null ? [CommandDecision.Answer(call, "undo", Replies.Undone(undone, lasting))] : Array.Empty<Effect>()],
            call.Current.State.IsOpen() ? NextStep.Retriage : NextStep.Card);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

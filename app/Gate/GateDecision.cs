using System.Security.Cryptography;
using System.Text;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>What a verdict leads to: said once where it is new, and once it is green, whoever waits for it hears so.</summary>
internal static class GateDecision
{
    /// <summary>By how much the clocks of two machines, and GitHub's own copies of what happened, may be behind.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(2);

    /// <summary>Something happened that may change the verdict. It is asked for after a while, so that what comes in a burst is judged once; and not at all where one that covers it is asked for already, or was given since.</summary>
    /// <param name="heard">When it came in.</param>
    public static Plan Hearing(Plan plan, DateTimeOffset heard, TimeSpan settle)
    {
        if (plan.Next is not { Fix.Pull.State: PullState.Draft or PullState.Open } hotfix || hotfix.Gate is { } known && (known.ReadAt > heard + Doubt || known.DueAt >= heard))
        {
            return plan;
        }

        var due = heard + settle;

        return plan with { Next = hotfix with { Gate = (hotfix.Gate ?? new()) with { DueAt = due } }, Effects = [.. plan.Effects, new AskVerdict(hotfix.Issue, due)] };
    }

    /// <summary>What only the gate cares about.</summary>
    public static Plan News(RepositoryEvent happened, Domain.Hotfix? current, DateTimeOffset at) => happened switch
    {
        PullRequestChanged { Body: { } edit, By: var by } => Ticked(new(current, [], "text edited"), edit, by, at),
        CheckRequested { Name: null or GateReport.CheckName } => Again(new(current, [], "asked to judge again")),
        _ => new(current, [], "news for the gate"),
    };

    /// <summary>A pull request that is no hotfix's, where our check is required all the same: it must not wait for us for ever.</summary>
    public static Plan Skip(RepositoryEvent happened, Domain.Hotfix? current) => happened switch
    {
        PullRequestChanged pull => new(current, [new PublishCheck(pull.Repository, OtherReports.Skipped(pull.Commit))], "no hotfix's"),
        CheckRequested again => new(current, [new PublishCheck(again.Repository, OtherReports.Skipped(again.Commit))], "no hotfix's"),
        _ => new(current, [], "no hotfix's"),
    };

    /// <summary>Somebody ticked boxes; who it was is shown, and proves nothing.</summary>
    private static Plan Ticked(Plan plan, BodyEdit edit, Actor by, DateTimeOffset at)
    {
        var ticked = Checklist.Ticked(edit.Before, edit.After);

        return plan.Next is not { } hotfix || ticked.Count == 0 || by.Login.Length == 0
            ? plan
            : plan with { Next = hotfix with { Gate = Ticked(hotfix.Gate ?? new(), ticked, by.Login, at) } };
    }

    private static GateState Ticked(GateState gate, Values<string> items, string by, DateTimeOffset at) =>
        gate with { Ticks = [.. gate.Ticks.Where(tick => !items.Contains(tick.Item)), .. items.Select(item => new Tick(item, by, at))] };

    /// <summary>Somebody wants the run again: GitHub expects a new one.</summary>
    private static Plan Again(Plan plan) => plan.Next is { Gate: { } gate } hotfix ? plan with { Next = hotfix with { Gate = gate with { Run = 0, ReadAt = default, DueAt = null } } } : plan;

    /// <param name="awaySince">Since when GitHub had not answered; null where it did at once.</param>
    public static Plan Decide(Domain.Hotfix current, GateFacts facts, DateTimeOffset readAt, DateTimeOffset? awaySince)
    {
        if (facts.Pull.State is not (PullState.Draft or PullState.Open))
        {
            return new(current, [], "nothing to judge any more");
        }

        var (gate, pull, fix) = (current.Gate ?? new(), facts.Pull, current.Fix!);
        var verdict = Judging.Judge(facts);
        var run = GateReport.Of(verdict, facts);
        var (digest, notes) = (DigestOf(run with { Annotations = [] }), DigestOf(run.Annotations));
        var isNew = gate.Run == 0 || gate.Head != pull.Head || gate.Notes != notes;
        var isSaid = !isNew && gate.Digest == digest && awaySince is null;
        var next = current with
        {
            Fix = fix with { Pull = fix.Pull! with { Head = pull.Head, State = pull.State } },
            Gate = gate with
            {
                Head = pull.Head,
                Run = isNew ? 0 : gate.Run,
                IsGreen = verdict.IsGreen,
                ReadAt = readAt,
                Ports = facts.Ports,
                IsTold = gate.IsTold || verdict.IsGreen,
                MergeAsked = MergesLater(verdict, facts) ? pull.Head : gate.MergeAsked,
                MergeRefused = null,
            },
        };

        return new(
            next,
            [
                .. verdict.IsGreen ? Opening(current, facts, readAt) : [], // GitHub merges nothing by itself that has nothing left to wait for
                .. isSaid ? [] : Publishing(current, run, isNew ? null : gate.Run, digest, notes, readAt, awaySince),
                .. verdict.IsGreen && !gate.IsTold ? [new GiveAnswer(current.Issue with { Number = pull.Number }, "ready", $"ready-{current.Issue.Number}", GateAnswers.Ready(facts, current.Owner?.Login))] : Array.Empty<Effect>(),
                .. verdict.Freeze?.Until is { } until ? [new AskVerdict(current.Issue, until)] : Array.Empty<Effect>(),
            ],
            isSaid ? "as before" : run.Title,
            NextStep.Judged);
    }

    /// <summary>What cannot be looked at is not green, and says why: a permission that nobody has accepted yet, for example.</summary>
    public static Plan Unread(Domain.Hotfix? current, Repository repository, string commit, string why, MergeGroupFormed? group) => new(
        current is { Gate: { } gate } ? current with { Gate = gate with { IsGreen = false, Run = 0, Head = null } } : current,
        [new PublishCheck(repository, OtherReports.Unread(commit, why, group))],
        "not judged",
        current is null ? NextStep.None : NextStep.Judged);

    /// <summary>What became of it: the state, and what GitHub would not do.</summary>
    public static Follow Then(Domain.Hotfix current, DateTimeOffset now)
    {
        var next = current with { State = current.State.Following(current.Fix, current.Gate) };
        Effect[] state = next.State == current.State ? [] : [new Remember(current.Issue, Memory.Of(current), Memory.Of(next), now)];
        Effect[] refused = current is { Gate: { MergeRefused: { } why, MergeAsked: { } head }, Fix.Pull.Number: var number }
            ? [new GiveAnswer(current.Issue with { Number = number }, "auto-merge", $"merge-{head}", GateAnswers.NotMergedByItself(why))]
            : [];

        return new([.. state, .. refused], state.Length > 0 ? NextStep.Card : NextStep.None);
    }

    /// <summary>A merge queue's commit: each hotfix in it is judged by its own evidence.</summary>
    /// <param name="gates">Null where the queue does not have the commit any more.</param>
    public static Plan Decide(MergeGroupFormed group, Values<GateFacts>? gates, Values<int> unread = default) =>
        new(null, [new PublishCheck(group.Repository, OtherReports.Of(group, gates is { } all ? [.. all.Select(facts => new GroupVerdict(facts.Pull.Number, Judging.Judge(facts)))] : null, unread))], "merge group judged");

    private static bool MergesLater(Verdict verdict, GateFacts facts) => verdict.IsGreen && facts.Profile.Gate.AutoMerge is not null && facts.State.MergeAsked != facts.Pull.Head;

    private static Effect[] Publishing(Domain.Hotfix current, CheckRun run, long? known, string digest, string notes, DateTimeOffset readAt, DateTimeOffset? awaySince) =>
        [new PublishVerdict(current.Issue, awaySince is { } since ? run with { Summary = $"{run.Summary}\n\n{GateAnswers.WasAway(since)}" } : run, known, digest, notes, readAt)];

    /// <summary>The draft becomes ready when the gate opens (whoever makes it a draft again means it), and GitHub may merge.</summary>
    private static Effect[] Opening(Domain.Hotfix current, GateFacts facts, DateTimeOffset readAt)
    {
        var (pull, rules) = (facts.Pull, facts.Profile.Gate);

        return
        [
            .. pull.State == PullState.Draft && rules.Ready && !(facts.State.IsGreen && facts.State.Head == pull.Head) ? [new MakeReady(current.Issue, pull.Number, pull.Node)] : Array.Empty<Effect>(),
            .. rules.AutoMerge is { } method && facts.State.MergeAsked != pull.Head ? [new MergeLater(current.Issue, pull.Number, pull.Node, pull.Head, method, readAt)] : Array.Empty<Effect>(),
        ];
    }

    private static string DigestOf(CheckRun run) => DigestOf([run.Conclusion.ToString(), run.Title, run.Summary, run.Text ?? ""]);

    private static string DigestOf(Values<Annotation> notes) => DigestOf([.. notes.Select(note => note.ToString())]);

    private static string DigestOf(string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}

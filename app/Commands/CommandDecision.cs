using Hotfix.Commands.Reading;
using Hotfix.Commands.Verbs;
using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Commands;

/// <summary>Decides about one command: whether it is one, applies here, and may be given by who gave it; then its verb decides. A refusal is a decision.</summary>
internal static class CommandDecision
{
    public static Plan Decide(CommandAsked asked, Domain.Hotfix? current, CommandFacts facts)
    {
        var given = asked.Command;
        var known = current ?? New(asked, facts);
        var reading = CommandReader.Read(given.Line, [.. Registry.Verbs.Select(verb => verb.Rule)]);
        var call = new CommandCall(reading.Command ?? new("help", [], []), given, known, facts);

        if (known.State == HotfixState.Deleted)
        {
            return new(current, [], "the issue is gone");
        }

        if (reading.Refusal is null && NotAllowed(call) is { } denied)
        {
            // One answer a person, verb and place is enough: whoever may nothing here must not make us talk.
            var question = $"not allowed, {given.By.Login}, {call.Command.Verb}";
            var isTold = known.Answers.Any(answer => answer.On == given.On.Number && answer.Question == question);

            return new(current, isTold ? [.. Signed(call, Reaction.Confused)] : [.. Signed(call, Reaction.Confused), Answer(call, question, Replies.Refused(given, denied))], "not allowed");
        }

        if ((reading.Refusal ?? Objection(call, current is null)) is { } refusal)
        {
            return new(current, Refusing(call, refusal), "refused");
        }

        return Registry.Find(call.Command.Verb)!.Decide(call) switch
        {
            Ruling.Refused refused => new(current, Refusing(call, refused.Sentence), $"{call.Command.Verb} refused"),
            Ruling.Done done when call.Command.IsRehearsal => new(current, Rehearsed(call, done), $"{call.Command.Verb} rehearsed"),
            Ruling.Done done => Carried(call, done, current),
            var other => throw new InvalidOperationException($"Unknown ruling {other}."),
        };
    }

    /// <summary>The later steps of a command.</summary>
    public static Follow Then(NextStep step, CommandAsked asked, Domain.Hotfix current, CommandFacts facts)
    {
        var command = CommandReader.Read(asked.Command.Line, [.. Registry.Verbs.Select(verb => verb.Rule)]).Command!;
        var call = new CommandCall(command, asked.Command, current, facts);

        return step switch
        {
            NextStep.Start => Starting.Then(call),
            NextStep.Started => Starting.Done(call),
            NextStep.Undone => UndoVerb.Then(call),
            NextStep.Retriage => Retriage(call),
            NextStep.TakeBack => new([.. Deeds.Inverses(call.Facts.Journal.Where(deed => deed.Delivery == facts.Issue.Delivery)), .. Refusing(call, facts.Refusal ?? "")], NextStep.Card),
            _ => new([]),
        };
    }

    /// <summary>What a command that was carried out leaves: it can be taken back, and its comment says so.</summary>
    public static Values<Effect> Finishing(CommandCall call) =>
    [
        .. Registry.Find(call.Command.Verb)!.Rule is { IsQuestion: true } or { TellsNothing: true }
            ? Array.Empty<Effect>()
            : [new LogCommand(call.Current.Issue, DoneCommand.Of(call.Facts.Issue.Delivery, call.Given, call.Command.Verb))],
        .. Signed(call, Reaction.Rocket),
    ];

    public static Values<Effect> Refusing(CommandCall call, string why) =>
        [.. Signed(call, Reaction.Confused), Answer(call, $"refused {call.Command.Verb}", Replies.Refused(call.Given, why))];

    public static Effect Answer(CommandCall call, string question, string body) => new GiveAnswer(call.Given.On, question, $"{call.Facts.Issue.Delivery}-{question.Split(' ', ',')[0]}", body);

    private static Plan Carried(CommandCall call, Ruling.Done done, Domain.Hotfix? before)
    {
        // Where more steps follow, the last of them finishes.
        // What was so already leaves nothing to take back.
        Values<Effect> finishing = done.Then is NextStep.Start ? [] : done.Effects.All(effect => effect is Remember { IsEmpty: true }) ? [.. Signed(call, Reaction.Rocket)] : Finishing(call);
        Effect[] says = done.Says is { } text ? [Answer(call, call.Command.Verb, text)] : [];
        var plan = new Plan(before is null && Registry.Find(call.Command.Verb)!.Rule.IsQuestion ? null : done.Next, [.. done.Effects, .. says, .. finishing], done.Outcome, done.Then, done.Read);

        // What was taken back is counted by the step that reads the report again: until then the old severity would be news.
        var counted = plan.Next is null || done.Then is NextStep.Start or NextStep.Undone ? plan : new Timekeeping(call.Facts.Issue).Finish(plan, before, call.Facts.Now);

        return Registry.Find(call.Command.Verb)!.Rule.IsQuestion ? counted : GateDecision.Hearing(counted, call.Facts.Now, call.Facts.Settle);
    }

    private static Values<Effect> Rehearsed(CommandCall call, Ruling.Done done)
    {
        var effects = call.Command.Verb == "start" && done.Then == NextStep.Start && call.Current.Fix is null ? Starting.Rehearse(call) : done.Effects;

        return [Answer(call, call.Command.Verb, Replies.Rehearsal(call.Command.Verb, effects)), .. Signed(call, Reaction.Rocket)];
    }

    private static Effect[] Signed(CommandCall call, Reaction reaction) => call.Given.IsAutomatic ? [] : [new React(call.Given.On, call.Given.Comment, reaction)];

    private static string? NotAllowed(CommandCall call)
    {
        var (verb, facts) = (Registry.Find(call.Command.Verb)!, call.Facts);
        var isAllowed = call.Given.IsAutomatic
            || Standing.IsAllowed(call.Profile.Commands.GetValueOrDefault(verb.Rule.Name), verb.Needs(call), facts.Role, facts.Teams, call.Given.By.Login);

        return isAllowed ? null : facts.Unread is { } team ? Replies.TeamUnread(verb.Rule.Name, team) : Replies.NotAllowed(verb.Rule, call.Profile, facts.Role);
    }

    private static string? Objection(CommandCall call, bool isUnknown)
    {
        var rule = Registry.Find(call.Command.Verb)!.Rule;
        var (given, facts) = (call.Given, call.Facts);

        return (given.IsOnPull, rule) switch
        {
            (true, { Where: VerbPlace.Issue }) => isUnknown ? Replies.OnIssuesOnly(rule.Name) : Replies.OnIssue(rule.Name, call.Current.Issue.Number),
            (true, { Name: not "help" }) when isUnknown => Replies.NoHotfixHere,
            (true, { IsQuestion: false }) when given.Head != facts.Head => Replies.HeadMoved(given.Head, facts.Head),
            (_, { IsQuestion: false, AlsoWhenClosed: false }) when !call.Current.State.IsOpen() => Replies.IsClosed(rule.Name),
            _ => null,
        };
    }

    private static Follow Retriage(CommandCall call)
    {
        if (call.Current.Assessment is null)
        {
            return new([]);
        }

        var plan = new Timekeeping(call.Facts.Issue).Finish(new IssueDecision(call.Facts.Issue).Again(call.Current, call.Issue), call.Current, call.Facts.Now);

        return new([new Adopt(call.Current.Issue, plan.Next!.Assessment!, plan.Next.Events, plan.Next.Deadlines, plan.Next.Effort), .. plan.Effects], NextStep.Card);
    }

    /// <summary>Of an issue that was never seen otherwise, like one that a bot filed.</summary>
    private static Domain.Hotfix New(CommandAsked asked, CommandFacts facts) =>
        new(asked.Issue, HotfixState.Reported, asked.Command.Snapshot?.UpdatedAt ?? facts.Now, null, LabelRules.SeverityAmong(asked.Command.Snapshot?.Labels ?? [], facts.Issue.Process.Profile), [], [], [], null);
}

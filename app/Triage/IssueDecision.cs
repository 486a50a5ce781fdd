using Hotfix.Domain;
using Hotfix.Triage.Clocks;
using Hotfix.Triage.Owners;

namespace Hotfix.Triage;

/// <summary>Decides what an event on an issue means: facts in, plan out. What already holds is not done again.</summary>
internal sealed class IssueDecision(IssueFacts facts)
{
    /// <summary>Characters of an answer that are kept, and how many answers: enough for triage, little enough to store.</summary>
    private const int ReplyCharacters = 4000;
    private const int Replies = 5;

    private readonly Profile profile = facts.Process.Profile;

    public Plan Decide(IssueEvent happened, Domain.Hotfix? current)
    {
        var issue = happened.Issue;

        // What a bot filed is left alone, until a person has it triaged.
        if ((issue.Author.IsBot && current?.Assessment is null && !profile.Bots.Contains(issue.Author.Login)) || current?.State == HotfixState.Deleted)
        {
            return new(current, [], current?.State == HotfixState.Deleted ? "the issue is gone" : "filed by a bot");
        }

        var known = current ?? new(issue.Id, HotfixState.Reported, issue.UpdatedAt, null, LabelRules.SeverityAmong(issue.Labels, profile), [], [], [], null);
        var plan = Decide(happened, known with { Events = Timeline.With(known.Events, happened, facts.Delivery, profile) }, current is null);

        return plan.Next?.State == HotfixState.Deleted ? plan : new Timekeeping(facts).Finish(plan, current, issue.UpdatedAt);
    }

    /// <summary>The configuration changed: the same events, counted by another calendar.</summary>
    public Plan Recount(Domain.Hotfix current) => current.State == HotfixState.Deleted
        ? new(current, [], "the issue is gone")
        : new Timekeeping(facts).Finish(new(current, [], "clocks recounted"), current, current.UpdatedAt);

    /// <summary>Something that counts was told by command: the report is read again.</summary>
    /// <param name="issue">As it is by now.</param>
    public Plan Again(Domain.Hotfix current, IssueSnapshot issue) => Triage(current, issue, false);

    private Plan Decide(IssueEvent happened, Domain.Hotfix known, bool isNew)
    {
        var issue = happened.Issue;

        return happened switch
        {
            CommentPosted comment when !Answers(comment, known) => new(known, [], "not an answer to our question"),
            CommentPosted comment when issue.IsOpen => Triage(Seen(known, issue) with { Replies = [.. known.Replies.Append(Cut(comment.Body)).TakeLast(Replies)] }, issue, false),
            CommentEdited => new(known, [], "an edited comment answers nothing"),
            CommentDeleted deleted when deleted.Comment != known.Card?.Comment => new(known, [], "not our card"),
            _ when issue.UpdatedAt < known.UpdatedAt && (known.Assessment is not null || known.State != HotfixState.Reported) => new(known, [], "older than what was decided"),
            IssueLabeled { By.IsBot: true } or IssueUnlabeled { By.IsBot: true } => new(Seen(known, issue), [], "a bot's label is no instruction"),
            IssueGone => Ownerships.Release(Seen(known, issue), HotfixState.Deleted, "gone") with { Read = new("", "") }, // its text is nobody's any more
            IssueClosed when known.State == HotfixState.Abandoned => new(Seen(known, issue), [], "given up, and closed with that"),
            IssueClosed => Ownerships.Close(Seen(known, issue), happened, profile),
            { Issue.IsOpen: false } when known.State.IsOpen() && known.State != HotfixState.Reported => Ownerships.Close(Seen(known, issue), happened, profile), // its own delivery is late, or was lost
            { Issue.IsOpen: true } when known.State is HotfixState.Closed or HotfixState.Abandoned => Triage(WithSeverityOf(issue, Seen(known, issue)), issue, false),
            IssueAssigned assigned => Ownerships.Assigned(Seen(known, issue), assigned),
            IssueUnassigned unassigned => Ownerships.Unassigned(Seen(known, issue), unassigned),
            IssueLabeled labeled => Labelled(Seen(known, issue), labeled.Label, issue),
            IssueUnlabeled unlabeled => Unlabelled(Seen(known, issue), unlabeled.Label, issue),
            _ when !issue.IsOpen => new(Seen(known, issue), [], "closed issues are left alone"),
            _ => Triage(WithSeverityOf(issue, Seen(known, issue)), issue, happened is IssueOpened && isNew),
        };
    }

    /// <summary>An answer counts also when it comes late; the newest that was seen stays the newest.</summary>
    private static Domain.Hotfix Seen(Domain.Hotfix known, IssueSnapshot issue) => known with { Issue = issue.Id, UpdatedAt = issue.UpdatedAt > known.UpdatedAt ? issue.UpdatedAt : known.UpdatedAt };

    /// <summary>A severity label that neither we put on nor a person has told us of: its own delivery is late, or was lost.</summary>
    private Domain.Hotfix WithSeverityOf(IssueSnapshot issue, Domain.Hotfix known)
    {
        Values<string> theirs = [.. issue.Labels.Where(label => !LabelRules.Has(known.Labels, label) && LabelRules.SeverityOf(label, profile) != known.Assessment?.Severity)];

        return known with { SeverityByHand = known.SeverityByHand ?? LabelRules.SeverityAmong(theirs, profile) };
    }

    private static string Cut(string text) => text.Length > ReplyCharacters ? text[..ReplyCharacters] : text;

    /// <summary>Only the one who was asked answers, and only while the question stands.</summary>
    private static bool Answers(CommentPosted comment, Domain.Hotfix known) =>
        known.Assessment?.Decision == Decision.NeedsInfo && !comment.Author.IsBot && comment.Author.Login.Length > 0 && comment.Author == comment.Issue.Author;

    /// <summary>A label put on by a person is an instruction: a severity counts from now on, and one of ours may come back.</summary>
    private Plan Labelled(Domain.Hotfix known, string label, IssueSnapshot issue)
    {
        var severity = LabelRules.SeverityOf(label, profile);
        var wasOff = LabelRules.Has(known.TakenOff, label);
        var next = known with { SeverityByHand = severity ?? known.SeverityByHand, TakenOff = [.. known.TakenOff.Where(name => !LabelRules.Same(name, label))] };

        return severity is null && !wasOff ? new(known, [], "not a label of ours") : Triage(next, issue, false);
    }

    /// <summary>So is a label taken off: a severity that a person had set does not count any more, and one of ours stays off.</summary>
    private Plan Unlabelled(Domain.Hotfix known, string label, IssueSnapshot issue)
    {
        if (known.SeverityByHand is { } set && LabelRules.SeverityOf(label, profile) == set)
        {
            return Triage(known with { SeverityByHand = null, Labels = [.. known.Labels.Where(name => !LabelRules.Same(name, label))] }, issue, false);
        }

        return LabelRules.Has(known.Labels, label) && !LabelRules.Has(known.TakenOff, label)
            ? Triage(known with { TakenOff = [.. known.TakenOff, label] }, issue, false)
            : new(known, [], "not a label of ours");
    }

    private Plan Triage(Domain.Hotfix known, IssueSnapshot issue, bool isFirst)
    {
        if (!issue.IsOpen)
        {
            return new(known, [], "closed issues are left alone");
        }

        var state = known.State.IsOpen() ? known.State.After(StateStep.Triage) : known.State.After(StateStep.Reopen).Following(known.Fix, known.Gate);
        var read = facts.Process.Assessor.Assess(issue.Report with { Replies = known.Replies }, known.SeverityByHand, known.ImpactByHand, known.FrequencyByHand);
        var assessment = state == HotfixState.NextRelease ? read with { Decision = Decision.NextRelease, Rule = null, IsPutOff = true } : read;
        var wanted = LabelRules.Wanted(assessment, profile);
        Values<Effect> labels = [.. LabelRules.Difference(known.Labels, known.TakenOff, wanted, issue, profile)];

        // What has to be put on is ours when it is on; what is on already is ours from now on.
        var next = known with { State = state, Assessment = assessment, Labels = labels.Count > 0 ? known.Labels : [.. wanted.Select(label => label.Name)] };
        var (owned, owner) = Ownerships.Find(next, issue, facts);

        return new(
            owned,
            [.. labels, .. owner, .. Ownerships.Back(known), .. Started(known, owned, issue)],
            assessment.Severity is { } severity ? $"{severity} {profile.Decisions[assessment.Decision].Title}" : profile.Kinds[assessment.Kind.Value].Name,
            isFirst ? NextStep.FirstCard : NextStep.Card,
            issue.Report);
    }

    /// <summary>What the profile starts by itself for a reporter it trusts, once it has become so severe; for all others somebody of the team has to say so.</summary>
    private Effect[] Started(Domain.Hotfix before, Domain.Hotfix next, IssueSnapshot issue) =>
        next is { State: HotfixState.Triaged, Fix: null, Assessment.Severity: { } severity } && before.Assessment?.Severity != severity && profile.Start.Automatic.Contains(severity)
        && profile.Start.Trusted.Contains(issue.Author.Login, StringComparer.OrdinalIgnoreCase)
            ? [new AskCommands(next.Issue, [new("/hotfix start", issue.Author, next.Issue, false, default, null, facts.ReceivedAt, null, IsAutomatic: true)], $"{facts.Delivery}-start", issue)]
            : [];
}

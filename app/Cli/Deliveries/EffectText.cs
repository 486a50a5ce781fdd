using Hotfix.Domain;

namespace Hotfix.Cli.Deliveries;

/// <summary>An effect of the journal in a few words.</summary>
internal static class EffectText
{
    public static string Of(Effect? effect) => Visible.Of(effect switch
    {
        null => "",
        ChangeLabels change => $"{change.Issue}: {string.Join("; ", Parts(change))}",
        WriteCard write => $"{write.Issue}: write the card",
        RemoveCard remove => $"{remove.Issue}: remove the card (comment {remove.Card.Value})",
        AssignOwner assign => $"{assign.Issue}: assign {string.Join(", else ", assign.Candidates.Select(candidate => candidate.Login))}",
        UnassignOwner unassign => $"{unassign.Issue}: take {unassign.Login} off",
        MoveLoad move => $"{move.Issue}: count it as {move.To ?? "nobody"}'s, not {move.From ?? "nobody"}'s",
        LearnEffort learn => $"{learn.Issue}: remember that it took {Hotfix.Triage.Sentences.Length(learn.Took)}",
        PublishCheck publish => $"{publish.Repository}: put the check {publish.Run.Name} on {publish.Run.Commit}",
        AdoptConfig adopt => $"{adopt.Repository}: {(adopt.Text is null ? "go by no configuration of its own" : "go by the pushed configuration")}",
        RecountClocks recount => $"{recount.Repository}: count the clocks anew{(recount.OfAccount ? ", of all repositories of its account" : "")}",
        ForgetCodeOwners forget => $"{forget.Repository}: read CODEOWNERS anew",
        ForgetInstallation forget => $"forget the token of installation {forget.Installation}",
        AskCommands ask => $"{ask.Issue}: carry out {string.Join("; ", ask.Commands.Select(command => command.Line))}",
        React react => $"{react.On}: mark a comment ({react.Reaction})",
        GiveAnswer answer => $"{answer.On}: answer '{answer.Question}'",
        Remember told => $"{told.Issue}: remember what was told{(told.Was.State == told.Is.State ? "" : $", from {told.Was.State} to {told.Is.State}")}",
        Adopt adopt => $"{adopt.Issue}: go by the report as read again",
        LogCommand log => $"{log.Issue}: {(log.Command.IsUndone ? "taken back" : "done")}: {log.Command.Line}",
        HandOver over => $"{over.Issue}: give it to {over.To ?? "nobody"}, from {over.From ?? "nobody"}",
        CloseIssue close => $"{close.Issue}: close it ({close.Reason})",
        ReopenIssue reopen => $"{reopen.Issue}: open it again",
        ClaimVersion claim => $"{claim.Issue}: give out {claim.Fix.Version?.Version}",
        DropFix drop => $"{drop.Issue}: there is no fix any more",
        CreateBranch create => $"{create.Issue}: make the branch {create.Branch} at {create.Commit}",
        DeleteBranch delete => $"{delete.Issue}: delete the branch {delete.Branch} if it is at {delete.Commit}",
        CommitFiles commit => $"{commit.Issue}: commit {string.Join(", ", commit.Files.Select(file => file.Path))} on {commit.Branch}",
        OpenPullRequest open => $"{open.Issue}: open a draft from {open.Head} into {open.Base}",
        SetPullRequestOpen set => $"{set.Issue}: {(set.IsOpen ? "open" : "close")} the pull request #{set.Number}",
        AssignPullRequest assign => $"{assign.Issue}: assign the pull request #{assign.Number} to {assign.Login}",
        AskVerdict ask => $"{ask.Issue}: have the gate judged",
        PublishVerdict publish => $"{publish.Issue}: say on {publish.Run.Commit}: {publish.Run.Title}",
        MakeReady ready => $"{ready.Issue}: make the pull request #{ready.Number} ready for review",
        MergeLater merge => $"{merge.Issue}: have the pull request #{merge.Number} merged by itself",
        OpenFollowUp follow => $"{follow.Issue}: open an issue to look at what was overridden ({follow.Override.Item})",
        SettleFollowUp settle => $"{settle.Issue}: {(settle.IsOpen ? "reopen" : "close")} the follow-up #{settle.Number}",
        SetFreeze freeze => $"{freeze.Issue}: {(freeze.Is is null ? "thaw" : "freeze")} the repository's gates",
        KeepBuild keep => $"{keep.Issue}: keep the report of run {keep.Build.Run} on {keep.Build.Commit}{(keep.Objection is { } objection ? $", which does not count: {objection}" : "")}",
        StartWorkflow start => $"{start.Issue}: have GitHub run {start.File} on {start.Branch}",
        _ => effect.GetType().Name,
    });

    private static IEnumerable<string> Parts(ChangeLabels change)
    {
        if (change.Add.Count > 0)
        {
            yield return $"add the labels {string.Join(", ", change.Add.Select(label => $"'{label.Name}'"))}";
        }

        if (change.Remove.Count > 0)
        {
            yield return $"remove the labels {string.Join(", ", change.Remove.Select(label => $"'{label}'"))}";
        }
    }
}

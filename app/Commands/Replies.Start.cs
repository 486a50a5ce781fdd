using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>What start says, and what a rehearsal shows.</summary>
internal static partial class Replies
{
    public const string TooMuchToCommit = "The version, or the list of changes, would change more of a file than a version should: the changes are far apart in a very large file. Set the version by hand, and name only small files in `branches.version_files` and `branches.changelog`.";

    public static string StartedAlready(Fix fix) => fix.Pull!.State switch
    {
        PullState.Closed => $"It is started already: the branch {Quote.Code(fix.Branch)}, and the pull request #{fix.Pull.Number}, which is closed. Reopen that to go on.",
        PullState.Merged => $"It is started and merged already, as #{fix.Pull.Number}.",
        _ => $"It is started already: the branch {Quote.Code(fix.Branch)}, and the pull request #{fix.Pull.Number}.",
    };

    public static string NoSuchTag(string tag) => $"The tag {Quote.Code(tag)} is not in the repository any more, so there is nothing to start from.";

    public static string BranchIsElsewhere(string branch, string wanted, string there, bool isFix) => isFix
        ? $"There is a branch {Quote.Code(branch)} already, at {Commit(there)}, with something else on it. Name yours otherwise: `/hotfix start --name <slug>`; or delete that one."
        : $"There is a branch {Quote.Code(branch)} already, at {Commit(there)} and not at the release's commit {Commit(wanted)}. A hotfix ships the fix and nothing else: start from the newest release of that line (`--from <tag>`), or move the branch back.";

    public static string BranchIsOf(string branch, int issue) => $"The branch {Quote.Code(branch)} is that of the hotfix of #{issue}. Name yours otherwise: `/hotfix start --name <slug>`.";

    public static string StaysOpen(string message) => $"GitHub did not let one thing be taken back: {Quote.Code(message)}.";

    public static string FileIsAnother(string path) => $"The file {Quote.Code(path)} is not what it was when the version was chosen. Say it again.";

    public static string BranchMoved(string branch) => $"Somebody pushed to {Quote.Code(branch)} at the same moment. Look at what is there, and say it again.";

    public static string Rehearsal(string verb, Values<Effect> effects)
    {
        var lines = effects.Select(Would).OfType<string>().ToList();

        return lines.Count == 0 ? $"`{verb}` would change nothing." : $"`{verb}` would:\n\n{string.Join('\n', lines.Select(line => $"- {line}"))}\n\nNone of this was done.";
    }

    /// <summary>Neutral, and with what leads to the log.</summary>
    public static string OurFault(string delivery) => $"Hotfix could not carry this out. That is no answer to whether you may, and whoever runs Hotfix finds the reason under `{delivery}`. Say it again later.";

    private static string? Would(Effect effect) => effect switch
    {
        ClaimVersion { Fix.Version: { } version } claim => $"give out the version {version.Version}{(version.Store is { } store ? $" ({store} in the store)" : "")}, from {Quote.Code(claim.Fix.From)}. {claim.Fix.Why}".TrimEnd(),
        CreateBranch create => $"make the branch {Quote.Code(create.Branch)} at {Commit(create.Commit)}",
        CommitFiles commit => $"commit {string.Join(", ", commit.Files.Select(file => Quote.Code(file.Path)))} on it: {Quote.Code(commit.Message)}",
        OpenPullRequest open => $"open a draft pull request into {Quote.Code(open.Base)}: {Quote.Code(open.Title)}",
        CloseIssue close => $"close the issue as {Typed.Of(close.Reason).Replace('_', ' ')}",
        ReopenIssue => "open the issue again",
        SetPullRequestOpen set => $"{(set.IsOpen ? "open the pull request again" : "close the pull request")} #{set.Number}",
        OpenFollowUp open => $"open an issue in which somebody else looks at it: {Quote.Code(open.Title)}",
        SettleFollowUp settle => $"{(settle.IsOpen ? "open" : "close")} the follow-up #{settle.Number}",
        SetFreeze freeze => freeze.Is is null ? "thaw the repository's gates" : "freeze the repository's gates",
        DeleteBranch delete => $"delete the branch {Quote.Code(delete.Branch)}, if nobody has pushed to it",
        HandOver over => over.To is { } to ? $"give the issue to {Quote.Code(to)}" : "take everybody off the issue",
        ChangeLabels change => Labels(change),
        Remember { IsEmpty: false } told => Told(told.Was, told.Is),
        _ => null,
    };

    /// <summary>What is said anyway by what is done with it is left out: an owner, a closed issue.</summary>
    private static string? Told(Memory was, Memory now) => string.Join(
        " and ",
        new[]
        {
            was.State == now.State || now.State == HotfixState.Closed ? null : $"make the issue {Named(now.State)}",
            was.Severity == now.Severity ? null : now.Severity is { } severity ? $"set the severity to {severity}" : "let the report say how severe it is",
            was.Impact == now.Impact ? null : now.Impact is { } impact ? $"set the impact to {Typed.Of(impact)}" : "let the report say what harm it does",
            was.Frequency == now.Frequency ? null : now.Frequency is { } frequency ? $"set the frequency to {Typed.Of(frequency)}" : "let the report say how many users are hit",
            was.Roles == now.Roles ? null : now.Roles.Count == 0 ? "let nobody have a role" : $"make the roles {string.Join(", ", now.Roles.Select(holder => $"{Typed.Of(holder.Role)} {Quote.Code(holder.Login)}"))}",
            was.Hold == now.Hold ? null : now.Hold is null ? "let the gate go by its items" : "hold the gate",
            was.Overrides == now.Overrides ? null : now.Overrides.Count > was.Overrides.Count ? $"let {Quote.Code(now.Overrides[^1].Item)} pass" : "let the item count again",
            was.Confirmations == now.Confirmations ? null : now.Confirmations.Count > was.Confirmations.Count ? "confirm the fix" : "take the confirmation back",
            was.Notes == now.Notes ? null : now.Notes.Count < was.Notes.Count ? "take a line out of the timeline" : "add a line to the timeline",
        }.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string Labels(ChangeLabels change) => string.Join(
        " and ",
        new[] { change.Add.Count > 0 ? $"put on {Names(change.Add)}" : null, change.Remove.Count > 0 ? $"take off {Names(change.Remove)}" : null }.OfType<string>());

    private static string Names(Values<Label> labels) => string.Join(", ", labels.Select(label => Quote.Code(label.Name)));
}

using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>What commands are answered: every public sentence about them, in one place. Somebody else's words come in only through <see cref="Quote"/>.</summary>
internal static partial class Replies
{
    public const string NobodyIsNext = "There is nobody else to give it to: the config names nobody else under `team.people`. Name somebody: `/hotfix assign @login`.";

    public const string DuplicateOfItself = "An issue cannot be a duplicate of itself. Name the other one: `/hotfix duplicate #n`.";

    public const string WaitsForItself = "An issue cannot wait for itself. Name the other one: `/hotfix pause blocked #n`.";

    public const string NoScore = "Hotfix does not take this for a bug, so it has no score. Say how bad it is first: `/hotfix severity P1`.";

    public const string PausedAlready = "The clocks already stand still for that reason. `/hotfix resume` lets them run again.";

    public const string NothingPaused = "The clocks are not paused. `/hotfix pause reporter`, `/hotfix pause store` or `/hotfix pause blocked #n` stops them.";

    public const string NotTriaged = "This issue has not been triaged yet. `/hotfix triage` does it now.";

    public const string NoBug = "Hotfix does not take this for a bug, so there is nothing to fix. Say how bad it is first: `/hotfix severity P1`.";

    public const string NothingToUndo = "You have given no command here that could be taken back.";

    public const string NothingToCommit = "There is nothing to commit first: no file of this repository holds the version, and the config names no list of changes. Set `branches.version_files` or `branches.changelog` in `.github/hotfix.yml`.";

    public const string NoHotfixHere = "This pull request does not belong to a hotfix: only one that `/hotfix start` has opened does.";

    public const string AtWithoutText = "`--at` goes with a line to add: `/hotfix timeline add <text> --at 14:05`.";

    public static string Refused(GivenCommand given, string why) => $"{Quote.Code(given.Line)}\n\n{why}";

    public static string HasItAlready(string login) => $"{Quote.Code(login)} is the owner already.";

    public static string NotAssignable(string login) => $"GitHub does not let {Quote.Code(login)} be assigned here: only people with access to the repository can be.";

    public static string HasThePart(RoleHolder holder) => $"{Quote.Code(holder.Login)} is the {Typed.Of(holder.Role)} already.";

    public static string IsPullRequest(int number) => $"#{number} is a pull request, and an issue can only be a duplicate of another issue.";

    public static string NoSuchIssue(string number) => $"There is no issue {Quote.Code("#" + number)} in this repository.";

    public static string NoPauseLabel(PauseReason reason) => $"The config has no label for {Sentences.Waiting(reason, [])}, so the clocks would not stand still. Add one under `clocks.pauses`.";

    public static string NoSuchTime(string given) => $"{Quote.Code(given)} is not a time in the past. Write `14:05`, `2026-11-20T14:05Z` or `\"2026-11-20 14:05\"`; without a zone it is UTC.";

    public static string NotFromHere(string verb, Domain.Hotfix hotfix) => $"`{verb}` is not possible now: this issue is {Named(hotfix.State)}. {Next(hotfix)}";

    public static string IsClosed(string verb) => $"This issue is closed, and `{verb}` works on open issues only. Reopen it first.";

    public static string OnIssuesOnly(string verb) => $"`{verb}` is a command for issues, and this is a pull request.";

    public static string OnIssue(string verb, int issue) => $"`{verb}` is a command for issues. The issue of this pull request is #{issue}: write it there.";

    public static string NotAllowed(VerbRule verb, Profile profile, RepositoryRole role) =>
        $"You have {(role == RepositoryRole.None ? "no role" : $"the role `{Typed.Of(role)}`")} in this repository, and `{verb.Name}` needs {Needed(verb, profile)}.";

    public static string TeamUnread(string verb, string team) =>
        $"Who may use `{verb}` depends on the team {Quote.Code(team)}, and GitHub does not let Hotfix see who is in it. An owner of the organization can accept the permission to read its members.";

    public static string HeadMoved(string? before, string? now) =>
        $"The pull request moved on from {Commit(before)} to {Commit(now)} after you wrote that, so nothing was done. Look at what is there now, and write the command again.";

    public static string CannotUndo(DoneCommand last, string why) => $"Your last command here, {Quote.Code(last.Line)}, cannot be taken back. {why}".TrimEnd();

    public static string WentOn(DoneCommand last, HotfixState then, HotfixState now) =>
        $"Your last command here, {Quote.Code(last.Line)}, made the issue {Named(then)}; by now it is {Named(now)}, so it is too late to take it back.";

    public static string ReopenedSince(DoneCommand last) => $"Your last command here, {Quote.Code(last.Line)}, closed the issue; it was reopened since then, so there is nothing left to take back.";

    public static string HandedOnSince(DoneCommand last, string to, string? owner) =>
        $"Your last command here, {Quote.Code(last.Line)}, made {Quote.Code(to)} the owner; by now {(owner is null ? "nobody is" : $"{Quote.Code(owner)} is")}, so there is nothing left to take back.";

    public static string Undone(DoneCommand undone, Values<string> lasting) => $"{Quote.Code(undone.Line)} was taken back. What stays:\n\n{string.Join('\n', lasting.Select(line => $"- {line}"))}";

    public static string BranchKept(string branch, bool isLine) => $"The branch {Quote.Code(branch)}: {(isLine ? "another hotfix goes into it" : "somebody has pushed to it")}.";

    /// <summary>What cannot be taken back of an effect, or null.</summary>
    public static string? Lasting(Effect effect) => effect switch
    {
        ClaimVersion { Fix.Version: { } version } => $"The version {version.Version} stays taken, so that no two releases ever have the same.",
        AssignPullRequest assign => $"GitHub has already told {Quote.Code(assign.Login)} about the pull request.",
        _ => null,
    };

    /// <param name="message">Of the port: one sentence without secrets. GitHub's own words are in it.</param>
    public static string GitHubRefused(string message) => $"GitHub did not let it happen, so nothing of it was done:\n\n{Block(message)}";

    public static string Named(HotfixState state) => state switch
    {
        HotfixState.Reported => "not triaged yet",
        HotfixState.Triaged => "triaged",
        HotfixState.NextRelease => "put off to the next release",
        HotfixState.Started => "started",
        HotfixState.InReview => "in review",
        HotfixState.Ready => "ready to be merged",
        HotfixState.Merged => "merged",
        HotfixState.Released => "released",
        HotfixState.Published => "published",
        HotfixState.Abandoned => "given up",
        HotfixState.Closed => "closed",
        _ => "gone",
    };

    private static string Next(Domain.Hotfix hotfix) => hotfix.Fix?.Pull is { } pull ? $"Its pull request is #{pull.Number}." : "`/hotfix status` says more.";

    private static string Needed(VerbRule verb, Profile profile)
    {
        if (profile.Commands.GetValueOrDefault(verb.Name) is not { } rule)
        {
            return $"`{Typed.Of(verb.Needs)}`";
        }

        string[] ways =
        [
            .. rule.Role is { } role ? [$"the role `{Typed.Of(role)}`"] : Array.Empty<string>(),
            .. rule.Teams.Select(team => $"membership of the team {Quote.Code(team)}"),
            .. rule.People.Count > 0 ? ["to be named in the config"] : Array.Empty<string>(),
        ];

        return ways.Length == 0 ? "what nobody has: the config lets nobody use it" : string.Join(" or ", ways);
    }

    private static string Block(string message) => $"```text\n{message.Replace("```", "'''", StringComparison.Ordinal)}\n```";

    private static string Commit(string? sha) => sha is null ? "nothing" : $"`{(sha.Length > 7 ? sha[..7] : sha)}`";
}

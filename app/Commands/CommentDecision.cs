using Hotfix.Commands.Reading;
using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>What the commands in a comment set going: a sign that they were seen, and each of them asked for. A bot commands nothing; an edit only by the author, and only what was not there before.</summary>
internal static class CommentDecision
{
    /// <param name="delivery">The comment's delivery.</param>
    /// <param name="head">The pull request's head by now; null on an issue.</param>
    public static Values<Effect> Decide(GitHubEvent happened, IssueId issue, string delivery, string? head) => happened switch
    {
        CommentPosted posted => Asking(issue, posted.Issue.Id, false, posted.Comment, posted.Author, posted.Author, CommandLines.Of(posted.Body), posted.At, head, posted.Issue, delivery),
        CommentEdited edited => Asking(issue, edited.Issue.Id, false, edited.Comment, edited.Author, edited.By, CommandLines.New(edited.Body, edited.Before), edited.At, head, edited.Issue, delivery),
        PullCommented on => Asking(issue, on.Pull, true, on.Comment, on.Author, on.By, on.Before is { } before ? CommandLines.New(on.Body, before) : CommandLines.Of(on.Body), on.At, head, null, delivery),
        _ => [],
    };

    /// <summary>What whoever gave a command hears when it could not be carried out by no fault of theirs.</summary>
    public static Values<Effect> Failed(CommandFailed failed) =>
    [
        .. failed.Command.IsAutomatic ? Array.Empty<Effect>() : [new React(failed.Command.On, failed.Command.Comment, Reaction.Confused)],
        new GiveAnswer(failed.Command.On, "failed", $"{failed.Delivery}-failed", Replies.Refused(failed.Command, Replies.OurFault(failed.Delivery))),
    ];

    private static Values<Effect> Asking(
        IssueId issue, IssueId on, bool isOnPull, CommentId comment, Actor author, Actor by, FoundCommands found, DateTimeOffset at, string? head, IssueSnapshot? snapshot, string delivery) =>
        found.Lines.Count == 0 || by.IsBot || by != author || by.Login.Length == 0
            ? []
            :
            [
                new React(on, comment, Reaction.Eyes),
                .. found.Refusal is { } tooMany ? [new GiveAnswer(on, "too many", $"{delivery}-too-many", tooMany)] : Array.Empty<Effect>(),
                new AskCommands(issue, [.. found.Lines.Select(line => new GivenCommand(line.Text, by, on, isOnPull, comment, head, at, null))], delivery, snapshot),
            ];
}

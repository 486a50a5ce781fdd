using Hotfix.Sandbox;

namespace Hotfix.Tests.Support;

/// <summary>What people read after a comment with commands.</summary>
/// <param name="Signs">The reactions on it, in order.</param>
/// <param name="Answers">The comments that the App wrote meanwhile, without their marker; the card left out.</param>
/// <param name="Hotfix">The aggregate after the last command.</param>
internal sealed record Heard(string Signs, IReadOnlyList<string> Answers, Hotfix.Domain.Hotfix? Hotfix)
{
    public const string Done = "eyes rocket";
    public const string Refused = "eyes confused";

    /// <summary>The one answer there must be.</summary>
    public string Answer => Assert.Single(Answers);

    public void IsDone()
    {
        Assert.Equal("", string.Join('\n', Answers));
        Assert.Equal(Done, Signs);
    }

    /// <summary>Refused with this: what was written in code, a line between, and why.</summary>
    public void IsRefused(string why)
    {
        Assert.Equal(why, Answer.Split("\n\n", 2)[^1]);
        Assert.Equal(Refused, Signs);
    }
}

/// <summary>Says something, and reads what comes of it.</summary>
internal static class Hearing
{
    public static async Task<Heard> TellAsync(this HotfixTester hotfix, SandboxIssue issue, string body, string by = "maintainer")
    {
        var before = issue.Comments.Select(comment => comment.Id).ToHashSet();
        var said = issue.Comment(body, by);
        var handled = await hotfix.SayAsync(said);
        await hotfix.GitHub.EchoedAsync(TestContext.Current.CancellationToken);

        return new(
            said.Comment.Signs(),
            [.. issue.Comments.Where(comment => comment.ByApp && !before.Contains(comment.Id) && !comment.Body.StartsWith(Hotfix.Triage.CardText.Marker, StringComparison.Ordinal)).Select(Text)],
            handled is [.., var last] ? last.Hotfix : null);
    }

    public static string Signs(this SandboxComment comment) => string.Join(' ', comment.Reactions.Select(reaction => reaction.Content));

    /// <summary>Our answers that are not folded away, without their marker.</summary>
    public static IReadOnlyList<string> Standing(this SandboxIssue issue) =>
        [.. issue.Comments.Where(comment => comment.ByApp && !comment.Minimized && !comment.Body.StartsWith(Hotfix.Triage.CardText.Marker, StringComparison.Ordinal)).Select(Text)];

    /// <summary>A line of the card, by its first words.</summary>
    public static string? CardLine(this SandboxIssue issue, string name) => issue.Card().Split('\n').FirstOrDefault(line => line.StartsWith($"- **{name}** ", StringComparison.Ordinal));

    private static string Text(SandboxComment comment) => comment.Body[(comment.Body.IndexOf('\n', StringComparison.Ordinal) + 1)..];
}

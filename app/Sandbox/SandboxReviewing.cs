using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>What people do with reviews. Each deed is done, and gives back the delivery that GitHub sends for it.</summary>
internal static class SandboxReviewing
{
    /// <param name="verdict"><c>approve</c>, <c>request_changes</c> or <c>comment</c>.</param>
    /// <exception cref="ArgumentException">The verdict is none, or it is the author's own and more than a comment.</exception>
    public static (SandboxReview Review, SandboxDelivery Delivery) Review(this SandboxPull pull, string by, string verdict, string body = "")
    {
        var state = pull.Issue.Repository.State;

        lock (state.Gate)
        {
            var user = state.User(by);

            if (pull.Issue.Author == user && verdict != "comment")
            {
                throw new ArgumentException($"GitHub takes no review of one's own pull request but a comment: '{by}' opened {pull.Number}.", nameof(by));
            }

            var review = pull.Add(user, verdict switch
            {
                "approve" => "approved",
                "request_changes" => "changes_requested",
                "comment" => "commented",
                _ => throw new ArgumentException($"'{verdict}' is no verdict; GitHub knows approve, request_changes and comment.", nameof(verdict)),
            }, body);

            return (review, Events.Review("submitted", review, user));
        }
    }

    public static SandboxDelivery Dismiss(this SandboxReview review, string by = "maintainer") => review.Do("dismissed", by, () =>
    {
        review.State = "dismissed";

        return null;
    });

    public static SandboxDelivery Edit(this SandboxReview review, string body, string? by = null) => review.Do("edited", by ?? review.Author.Login, () =>
    {
        var changes = new ChangesJson(null, new WasJson(review.Body));
        review.Body = body;

        return changes;
    });

    private static SandboxDelivery Do(this SandboxReview review, string action, string by, Func<ChangesJson?> deed)
    {
        var state = review.Pull.Issue.Repository.State;

        lock (state.Gate)
        {
            review.Updated = review.Pull.Issue.Updated = state.Now;
            var changes = deed();
            state.Changed.Raise();

            return Events.Review(action, review, state.User(by), changes);
        }
    }
}

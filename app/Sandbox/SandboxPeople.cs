using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>What people do with an issue on GitHub's pages. Each deed is done, and gives back the delivery that GitHub sends for it.</summary>
internal static class SandboxPeople
{
    /// <summary>What is null stays as it is; <c>changes</c> names what it was before.</summary>
    public static SandboxDelivery Edit(this SandboxIssue issue, string? title = null, string? body = null, string? by = null) => issue.Do(by, sender =>
    {
        var changes = new ChangesJson(title is null ? null : new WasJson(issue.Title), body is null ? null : new WasJson(issue.Body ?? ""));
        issue.Title = title ?? issue.Title;
        issue.Body = body ?? issue.Body;
        return Events.Issue("edited", issue, sender, changes: changes);
    });

    public static SandboxDelivery Label(this SandboxIssue issue, string label, string by = "maintainer") => issue.Do(by, sender =>
    {
        var added = issue.Repository.Labels.GetOrAdd(label);
        issue.Put(added);
        return Events.Issue("labeled", issue, sender, added);
    });

    public static SandboxDelivery Unlabel(this SandboxIssue issue, string label, string by = "maintainer") => issue.Do(by, sender =>
        issue.Take(label) is { } taken
            ? Events.Issue("unlabeled", issue, sender, taken)
            : throw new ArgumentException($"Issue {issue.Number} has no label '{label}' to take off.", nameof(label)));

    public static SandboxDelivery Assign(this SandboxIssue issue, string login, string by = "maintainer") => issue.Do(by, sender =>
    {
        var user = issue.Repository.State.User(login);

        return issue.Assign(user)
            ? Events.Issue("assigned", issue, sender, assignee: user)
            : throw new ArgumentException($"'{login}' is assigned to issue {issue.Number} already, or is none of the repository's team.", nameof(login));
    });

    public static SandboxDelivery Unassign(this SandboxIssue issue, string login, string by = "maintainer") => issue.Do(by, sender =>
    {
        var user = issue.Repository.State.User(login);

        return issue.Unassign(user)
            ? Events.Issue("unassigned", issue, sender, assignee: user)
            : throw new ArgumentException($"'{login}' is not assigned to issue {issue.Number}.", nameof(login));
    });

    public static SandboxDelivery Close(this SandboxIssue issue, string reason = "completed", string by = "maintainer") => issue.Do(by, sender =>
    {
        issue.Conclude(reason);
        issue.ClosedBy = sender;
        return Events.Issue("closed", issue, sender);
    });

    public static SandboxDelivery Reopen(this SandboxIssue issue, string by = "maintainer") => issue.Do(by, sender =>
    {
        (issue.Closed, issue.ClosedBy) = (null, null);
        issue.StateReason = "reopened";
        return Events.Issue("reopened", issue, sender);
    });

    /// <summary>From then on GitHub answers 410 for it.</summary>
    public static SandboxDelivery Delete(this SandboxIssue issue, string by = "maintainer") => issue.Do(by, sender =>
    {
        var delivery = Events.Issue("deleted", issue, sender);
        issue.Deleted = true;

        foreach (var comment in issue.Comments)
        {
            issue.Drop(comment);
        }

        return delivery;
    });

    public static (SandboxComment Comment, SandboxDelivery Delivery) Comment(this SandboxIssue issue, string body, string by = "beta-user")
    {
        lock (issue.Repository.State.Gate)
        {
            var author = issue.Repository.State.User(by);
            var comment = issue.Add(author, body, byApp: false);
            issue.Repository.State.Changed.Raise();
            return (comment, Events.Comment("created", comment, author));
        }
    }

    /// <summary>The same on a pull request.</summary>
    public static (SandboxComment Comment, SandboxDelivery Delivery) Comment(this SandboxPull pull, string body, string by = "beta-user") => pull.Issue.Comment(body, by);

    private static SandboxDelivery Do(this SandboxIssue issue, string? by, Func<SandboxUser, SandboxDelivery> deed)
    {
        var state = issue.Repository.State;

        lock (state.Gate)
        {
            issue.Updated = state.Now;
            var delivery = deed(by is null ? issue.Author : state.User(by));
            state.Changed.Raise();
            return delivery;
        }
    }
}

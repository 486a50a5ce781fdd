using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>A comment on an issue or a pull request. What people do with it gives back the delivery that GitHub sends for it.</summary>
internal sealed class SandboxComment(SandboxIssue issue, long id, SandboxUser author, string body, bool byApp, DateTimeOffset now)
{
    private readonly List<SandboxReaction> reactions = [];

    public SandboxIssue Issue { get; } = issue;

    public long Id { get; } = id;

    public string NodeId => $"IC_kwDO{Id:D8}";

    public SandboxUser Author { get; } = author;

    /// <summary>Whether the App wrote it (<c>performed_via_github_app</c>).</summary>
    public bool ByApp { get; } = byApp;

    public string Body { get; private set; } = body;

    public DateTimeOffset Created { get; } = now;

    public DateTimeOffset Updated { get; private set; } = now;

    /// <summary>Whether it was folded away as outdated.</summary>
    public bool Minimized { get; set; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<SandboxReaction> Reactions
    {
        get
        {
            lock (Issue.Repository.State.Gate)
            {
                return [.. reactions];
            }
        }
    }

    public void Write(string body, DateTimeOffset now)
    {
        Body = body;
        Updated = now;
    }

    /// <summary>Somebody changes what it says: its author, when nobody else is named.</summary>
    public SandboxDelivery Edit(string body, string? by = null)
    {
        var state = Issue.Repository.State;

        lock (state.Gate)
        {
            var was = Body;
            Write(body, state.Now);
            state.Changed.Raise();

            return Events.Comment("edited", this, by is null ? Author : state.User(by), new ChangesJson(null, new WasJson(was)));
        }
    }

    /// <summary>Nobody reacts twice in the same way: then the reaction is the one that was there.</summary>
    public (SandboxReaction Reaction, bool IsNew) React(SandboxUser by, string content)
    {
        if (reactions.Find(one => one.By == by && one.Content == content) is { } known)
        {
            return (known, false);
        }

        var reaction = new SandboxReaction(Issue.Repository.State.NextId(), by, content, Issue.Repository.State.Now);
        reactions.Add(reaction);

        return (reaction, true);
    }

    /// <summary>A person reacts. GitHub tells nobody.</summary>
    public void React(string content, string by)
    {
        lock (Issue.Repository.State.Gate)
        {
            React(Issue.Repository.State.User(by), content);
        }
    }

    /// <summary>A person deletes it by hand.</summary>
    public SandboxDelivery Delete(string by = "maintainer")
    {
        var state = Issue.Repository.State;

        lock (state.Gate)
        {
            var delivery = Events.Comment("deleted", this, state.User(by));
            Remove();
            return delivery;
        }
    }

    public void Remove()
    {
        Issue.Drop(this);
        Issue.Repository.State.Changed.Raise();
    }
}

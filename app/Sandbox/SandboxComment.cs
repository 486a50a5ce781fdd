using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>A comment on an issue.</summary>
internal sealed class SandboxComment(SandboxIssue issue, long id, SandboxUser author, string body, bool byApp, DateTimeOffset now)
{
    public SandboxIssue Issue { get; } = issue;

    public long Id { get; } = id;

    public SandboxUser Author { get; } = author;

    /// <summary>Whether the App wrote it (<c>performed_via_github_app</c>).</summary>
    public bool ByApp { get; } = byApp;

    public string Body { get; private set; } = body;

    public DateTimeOffset Created { get; } = now;

    public DateTimeOffset Updated { get; private set; } = now;

    public void Write(string body, DateTimeOffset now)
    {
        Body = body;
        Updated = now;
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

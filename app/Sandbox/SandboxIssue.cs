namespace Hotfix.Sandbox;

/// <summary>An issue: what it holds now. What people do with it is in <see cref="SandboxPeople"/>.</summary>
internal sealed class SandboxIssue(SandboxRepository repository, long id, int number, SandboxUser author, string title, string? body)
{
    private readonly List<SandboxLabel> labels = [];
    private readonly List<SandboxComment> comments = [];
    private readonly List<SandboxUser> assignees = [];

    public SandboxRepository Repository { get; } = repository;

    public long Id { get; } = id;

    public int Number { get; } = number;

    public SandboxUser Author { get; } = author;

    public string Title { get; set; } = title;

    public string? Body { get; set; } = body;

    public DateTimeOffset Created { get; } = repository.State.Now;

    public DateTimeOffset Updated { get; set; } = repository.State.Now;

    public DateTimeOffset? Closed { get; set; }

    /// <summary>Who closed it; null while it is open.</summary>
    public SandboxUser? ClosedBy { get; set; }

    /// <summary><c>completed</c>, <c>not_planned</c>, <c>duplicate</c>, <c>reopened</c>, or null for an issue that was never closed.</summary>
    public string? StateReason { get; set; }

    public bool Deleted { get; set; }

    /// <summary>To GitHub every pull request is an issue too, and stands in the lists of issues.</summary>
    public bool IsPullRequest { get; set; }

    public string Url => $"{Repository.Url}/issues/{Number}";

    public string HtmlUrl => $"{Repository.HtmlUrl}/issues/{Number}";

    /// <summary>Its labels, in the order in which they were put on.</summary>
    public IReadOnlyList<SandboxLabel> Labels => Locked(() => labels.ToArray());

    /// <summary>Who is responsible for it, in the order in which they were assigned.</summary>
    public IReadOnlyList<SandboxUser> Assignees => Locked(() => assignees.ToArray());

    /// <summary>Its comments, the oldest first.</summary>
    public IReadOnlyList<SandboxComment> Comments => Locked(() => comments.ToArray());

    public bool Has(string label) => Locked(() => labels.Exists(one => one.Name.Equals(label, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A pull request is closed for no reason.</summary>
    public void Conclude(string reason)
    {
        if (Repository.FindPull(Number) is { } pull)
        {
            pull.Conclude();
            return;
        }

        (Closed, StateReason) = (Repository.State.Now, reason);
    }

    /// <summary>Puts a label on; false when it was on already.</summary>
    public bool Put(SandboxLabel label)
    {
        if (labels.Contains(label))
        {
            return false;
        }

        labels.Add(label);
        Updated = Repository.State.Now;
        return true;
    }

    /// <summary>Takes a label off; null when it was not on.</summary>
    public SandboxLabel? Take(string name)
    {
        var label = labels.Find(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

        if (label is not null)
        {
            labels.Remove(label);
            Updated = Repository.State.Now;
        }

        return label;
    }

    /// <summary>Makes somebody responsible; false for one who is already, and for one who cannot be.</summary>
    public bool Assign(SandboxUser user)
    {
        if (assignees.Contains(user) || !Repository.Team.Contains(user.Login))
        {
            return false;
        }

        assignees.Add(user);
        Updated = Repository.State.Now;
        return true;
    }

    /// <summary>False when they were not responsible.</summary>
    public bool Unassign(SandboxUser user)
    {
        if (!assignees.Remove(user))
        {
            return false;
        }

        Updated = Repository.State.Now;
        return true;
    }

    public SandboxComment Add(SandboxUser author, string body, bool byApp)
    {
        var state = Repository.State;
        var comment = new SandboxComment(this, state.NextId(), author, body, byApp, state.Now);
        comments.Add(comment);
        Repository.Comments.Add(comment.Id, comment);
        state.CommentCount++;
        Updated = state.Now;
        return comment;
    }

    public void Drop(SandboxComment comment)
    {
        if (comments.Remove(comment))
        {
            Repository.Comments.Remove(comment.Id);
            Repository.State.CommentCount--;
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (Repository.State.Gate)
        {
            return read();
        }
    }
}

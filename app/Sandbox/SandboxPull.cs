using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>A pull request of a branch of the same repository: to GitHub an issue with a head and a base. Once closed, it stays what it was, whatever becomes of its branches.</summary>
internal sealed class SandboxPull
{
    private readonly SandboxBranches branches;
    private readonly List<SandboxUser> reviewers = [];
    private readonly List<SandboxReview> reviews = [];
    private SandboxCommit head;
    private SandboxCommit @base;

    public SandboxPull(SandboxIssue issue, string head, string @base)
    {
        branches = issue.Repository.Branches;
        Issue = issue;
        HeadBranch = head;
        BaseBranch = @base;
        this.head = branches.Branch(head) ?? throw new ArgumentException($"There is no branch '{head}'.", nameof(head));
        this.@base = branches.Branch(@base) ?? throw new ArgumentException($"There is no branch '{@base}'.", nameof(@base));
    }

    public SandboxIssue Issue { get; }

    public int Number => Issue.Number;

    public bool IsOpen => Issue.Closed is null;

    public bool IsDraft { get; set; }

    /// <summary>GraphQL's id.</summary>
    public string NodeId => $"PR_kwDO{Issue.Id:D8}";

    /// <summary>How it is to be merged as soon as it can be (<c>merge</c>, <c>squash</c>, <c>rebase</c>); null while nobody wants that. The sandbox remembers it, and leaves the merging to people.</summary>
    public string? AutoMerge { get; set; }

    /// <summary>Who merged it, when, and into what; null while nobody has.</summary>
    public SandboxMerge? Merged { get; set; }

    /// <summary>Who was asked for a review and has given none.</summary>
    public IReadOnlyList<SandboxUser> Reviewers
    {
        get
        {
            lock (Issue.Repository.State.Gate)
            {
                return [.. reviewers];
            }
        }
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<SandboxReview> Reviews
    {
        get
        {
            lock (Issue.Repository.State.Gate)
            {
                return [.. reviews];
            }
        }
    }

    public string HeadBranch { get; }

    public string BaseBranch { get; set; }

    public SandboxCommit Head => IsOpen ? head = branches.Branch(HeadBranch) ?? head : head;

    public SandboxCommit Base => IsOpen ? @base = branches.Branch(BaseBranch) ?? @base : @base;

    /// <summary>Its commits, the oldest first: those of the head that the base does not have.</summary>
    public IReadOnlyList<SandboxCommit> Commits => Head.Beyond(Base);

    /// <summary>What it changes since it left the base.</summary>
    public IReadOnlyList<SandboxChange> Files => Head.Since(Fork);

    /// <summary>Whether it can be merged; null once it is closed.</summary>
    public bool? Mergeable => IsOpen ? GitHistory.Merge(Fork, Base, Head) is not null : null;

    public SandboxCommit? Fork => GitHistory.Base(Base, Head);

    /// <summary>Whether it was not merged, and its branches are there.</summary>
    public bool CanReopen => Merged is null && branches.Branch(HeadBranch) is not null && branches.Branch(BaseBranch) is not null;

    /// <summary>Whoever reviews it is not asked any more.</summary>
    /// <param name="state">As <see cref="SandboxReview.State"/>.</param>
    public SandboxReview Add(SandboxUser by, string state, string body)
    {
        var repository = Issue.Repository;
        var review = new SandboxReview(this, repository.State.NextId(), by, state, body, repository.State.Now);
        reviews.Add(review);
        reviewers.Remove(by);
        Issue.Updated = repository.State.Now;
        repository.State.Changed.Raise();

        return review;
    }

    /// <summary>False for one who was asked already.</summary>
    public bool Ask(SandboxUser reviewer)
    {
        if (reviewers.Contains(reviewer))
        {
            return false;
        }

        reviewers.Add(reviewer);
        return true;
    }

    /// <summary>Closes it as its branches are now, or as its base was before it was merged into it.</summary>
    public void Conclude(SandboxMerge? merge = null, SandboxCommit? was = null)
    {
        (head, @base) = (Head, was ?? Base);
        Merged = merge;
        Issue.ClosedBy = merge?.By;
        Issue.Closed = Issue.Updated = Issue.Repository.State.Now;
    }
}

/// <summary>A merge: by whom and when, and the commit that was the base's head after it.</summary>
internal sealed record SandboxMerge(SandboxUser By, DateTimeOffset At, SandboxCommit Commit);

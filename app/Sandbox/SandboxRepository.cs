using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>A repository, with its labels, issues and comments, each found by name, number or id at once; its code, and what was said about it.</summary>
internal sealed partial class SandboxRepository
{
    private readonly List<SandboxIssue> issues = [];
    private readonly SortedDictionary<int, SandboxPull> pulls = [];

    public SandboxRepository(SandboxState state, long id, SandboxInstallation installation, string name)
    {
        State = state;
        Id = id;
        Installation = installation;
        Name = name;
        Labels = new SandboxLabels(this);
        Branches = new SandboxBranches(state, Owner);
        Releases = new SandboxReleases(this);
        Roles = new SandboxRoles(this);
        Created = state.Now;
        Json = RepositoryJson.Of(this);
    }

    public SandboxState State { get; }

    public long Id { get; }

    public SandboxInstallation Installation { get; }

    /// <summary>Whether the installation covers it.</summary>
    public bool Granted { get; set; } = true;

    public SandboxUser Owner => Installation.Account;

    public string Name { get; private set; }

    public string FullName => $"{Owner.Login}/{Name}";

    public string NodeId => $"R_kgDO{Id:D8}";

    /// <summary>Its address in the API.</summary>
    public string Url => $"{State.Api}/repos/{FullName}";

    /// <summary>Its address for people. It leads nowhere, and is the same for every sandbox.</summary>
    public string HtmlUrl => $"https://github.com/{FullName}";

    /// <summary>Where git can clone it from, which no answer names: <c>clone_url</c> leads to GitHub.</summary>
    public string CloneUrl => $"{State.Api}/{FullName}.git";

    public DateTimeOffset Created { get; }

    public Fragment Json { get; private set; }

    public SandboxLabels Labels { get; }

    public SandboxBranches Branches { get; }

    public SandboxReleases Releases { get; }

    public SandboxRules Rules { get; } = new();

    public SandboxRoles Roles { get; }

    /// <summary>The setting "Enable release immutability": what is published from now on is locked, and stays so when the setting is switched off.</summary>
    public bool HasImmutableReleases { get; set; }

    /// <summary>Whether people may have pull requests merged as soon as they can be.</summary>
    public bool AllowsAutoMerge { get; set; }

    /// <summary>The logins of the team: who is a member (<c>author_association</c>), may write, and can be assigned to issues. Nobody else can.</summary>
    public ISet<string> Team { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "maintainer" };

    /// <summary>By their ids; to be touched only while holding the state's gate.</summary>
    public Dictionary<long, SandboxComment> Comments { get; } = [];

    /// <summary>The issues that were not deleted, by number.</summary>
    public IReadOnlyList<SandboxIssue> Issues
    {
        get
        {
            lock (State.Gate)
            {
                return [.. issues.Where(issue => !issue.Deleted)];
            }
        }
    }

    /// <summary>The issue of this number, deleted or not.</summary>
    public SandboxIssue? Find(int number)
    {
        lock (State.Gate)
        {
            return number >= 1 && number <= issues.Count ? issues[number - 1] : null;
        }
    }

    /// <summary>A person files an issue: the issue, and the <c>issues.opened</c> delivery that GitHub sends for it.</summary>
    public (SandboxIssue Issue, SandboxDelivery Delivery) File(string title, string? body, string author = "beta-user", params IReadOnlyList<string> labels)
    {
        lock (State.Gate)
        {
            var issue = Add(title, body, author);

            foreach (var label in labels)
            {
                issue.Put(Labels.GetOrAdd(label));
            }

            State.Changed.Raise();
            return (issue, Events.Issue("opened", issue, issue.Author));
        }
    }

    /// <summary>All pull requests, the oldest first.</summary>
    public IReadOnlyList<SandboxPull> Pulls
    {
        get
        {
            lock (State.Gate)
            {
                return [.. pulls.Values];
            }
        }
    }

    public SandboxPull? FindPull(int number)
    {
        lock (State.Gate)
        {
            return pulls.GetValueOrDefault(number);
        }
    }

    /// <summary>A pull request of a branch that is there.</summary>
    public SandboxPull Add(string title, string author, string head, string @base, string? body = null, bool draft = false)
    {
        var issue = Add(title, body, author);
        issue.IsPullRequest = true;

        return pulls[issue.Number] = new SandboxPull(issue, head, @base) { IsDraft = draft };
    }

    private SandboxIssue Add(string title, string? body, string author)
    {
        var issue = new SandboxIssue(this, State.NextId(), issues.Count + 1, State.User(author), title, body);
        issues.Add(issue);

        return issue;
    }

    /// <summary>Requests for the old name are then sent on to <c>/repositories/{id}</c>.</summary>
    public void Rename(string name)
    {
        lock (State.Gate)
        {
            Name = name;
            Json = RepositoryJson.Of(this);
            State.Name(this);
        }
    }
}

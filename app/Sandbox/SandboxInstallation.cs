using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>The App on one account. What people do with it gives back the delivery that GitHub sends for it.</summary>
internal sealed class SandboxInstallation(SandboxState state, long id, SandboxUser account)
{
    private readonly DateTimeOffset created = state.Now;
    private readonly HashSet<(string Team, string Login)> teams = [];

    /// <summary>Events, and the permission that it takes to hear of them.</summary>
    private static readonly Dictionary<string, string> Hearing = new()
    {
        ["pull_request"] = "pull_requests",
        ["pull_request_review"] = "pull_requests",
        ["check_run"] = "checks",
        ["check_suite"] = "checks",
        ["status"] = "statuses",
        ["merge_group"] = "merge_queues",
        ["workflow_run"] = "actions",
    };

    public SandboxState State { get; } = state;

    public long Id { get; } = id;

    public SandboxUser Account { get; } = account;

    public DateTimeOffset Created => created;

    /// <summary>What its owner has accepted that the App may do. More than that no token allows, whatever the App asks for by now.</summary>
    public IReadOnlyDictionary<string, string> Permissions { get; set; } = AppJson.Accepted;

    public DateTimeOffset? Suspended { get; private set; }

    public bool Deleted { get; private set; }

    public IReadOnlyList<SandboxRepository> Repositories => [.. State.Repositories.Where(repository => repository.Installation == this && repository.Granted)];

    public bool Hears(string name) => !Hearing.TryGetValue(name, out var permission) || Permissions.ContainsKey(permission);

    /// <summary>Makes somebody a member of a team of the organisation.</summary>
    /// <param name="team">Its slug.</param>
    public void AddToTeam(string team, string login)
    {
        lock (State.Gate)
        {
            teams.Add((team.ToUpperInvariant(), State.User(login).Login.ToUpperInvariant()));
        }
    }

    public bool IsOfTeam(string team, string login) => teams.Contains((team.ToUpperInvariant(), login.ToUpperInvariant()));

    /// <summary>The delivery that tells the App it was installed.</summary>
    public SandboxDelivery Install(string by = "maintainer") => Change("created", by, () => Deleted = false);

    public SandboxDelivery Uninstall(string by = "maintainer") => Change("deleted", by, () =>
    {
        Deleted = true;
        State.Tokens.Revoke(this);
    });

    public SandboxDelivery Suspend(string by = "maintainer") => Change("suspend", by, () =>
    {
        Suspended = State.Now;
        State.Tokens.Revoke(this);
    });

    public SandboxDelivery Unsuspend(string by = "maintainer") => Change("unsuspend", by, () => Suspended = null);

    public SandboxDelivery AcceptPermissions(string by = "maintainer") => Change("new_permissions_accepted", by, () => Permissions = AppJson.Permissions);

    /// <summary>Gives the App a repository that was added to the sandbox.</summary>
    public SandboxDelivery Grant(SandboxRepository repository, string by = "maintainer") =>
        Select("added", repository, granted: true, by);

    /// <summary>Takes a repository from the App: to it, it is then "Not Found".</summary>
    public SandboxDelivery Withdraw(SandboxRepository repository, string by = "maintainer") =>
        Select("removed", repository, granted: false, by);

    private SandboxDelivery Change(string action, string by, Action change)
    {
        lock (State.Gate)
        {
            change();
            State.Changed.Raise();
            return Events.Installation(action, this, State.User(by));
        }
    }

    private SandboxDelivery Select(string action, SandboxRepository repository, bool granted, string by)
    {
        lock (State.Gate)
        {
            repository.Granted = granted;
            State.Changed.Raise();
            return Events.InstallationRepositories(action, this, repository, State.User(by));
        }
    }
}

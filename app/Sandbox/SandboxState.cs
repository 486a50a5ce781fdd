using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>
/// Everything the sandbox knows. <see cref="Gate"/> guards it: each request is answered, and each deed of a person done, while holding it.
/// What is read through properties of repositories, issues and comments takes it by itself.
/// </summary>
internal sealed class SandboxState
{
    private readonly Dictionary<string, SandboxUser> users = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SandboxInstallation> installations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, SandboxRepository> repositories = [];
    private readonly Dictionary<string, SandboxRepository> names = new(StringComparer.OrdinalIgnoreCase);
    private long lastId = 5000;

    public SandboxState(SandboxApp app, TimeProvider time, SandboxChance chance, SandboxSignal changed, string api)
    {
        App = app;
        Time = time;
        Chance = chance;
        Changed = changed;
        Api = api;
        Tokens = new SandboxTokens(this);
        Attempts = new SandboxAttempts(time);
        Issuer = new SandboxIssuer(this);
        Bot = new SandboxUser(NextId(), app.Login, "Bot", api);
        users.Add(Bot.Login, Bot);
        AppFragment = Registered(AppJson.Permissions, AppJson.Events);
    }

    public Lock Gate { get; } = new();

    public SandboxApp App { get; }

    public TimeProvider Time { get; }

    public SandboxChance Chance { get; }

    public SandboxSignal Changed { get; }

    public SandboxCalls Calls { get; } = new();

    public SandboxTokens Tokens { get; }

    /// <summary>What was delivered to the App, and what was not.</summary>
    public SandboxAttempts Attempts { get; }

    /// <summary>Who signs the tokens of workflows' runs.</summary>
    public SandboxIssuer Issuer { get; }

    /// <summary>The base address of the API, without a slash at its end.</summary>
    public string Api { get; }

    /// <summary>Who the App is when it writes.</summary>
    public SandboxUser Bot { get; }

    public Fragment AppFragment { get; private set; }

    /// <summary>Where the deliveries that the App's own writes cause are put; null when they cause none.</summary>
    public Action<SandboxDelivery>? Echo { get; set; }

    /// <summary>How many comments there are in all repositories.</summary>
    public int CommentCount { get; set; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public IReadOnlyList<SandboxRepository> Repositories
    {
        get
        {
            lock (Gate)
            {
                return [.. repositories.Values];
            }
        }
    }

    /// <summary>The App's owner changes what it may do and hears of. What its installations were granted stays: GitHub asks their owners first.</summary>
    public void Register(IReadOnlyDictionary<string, string> permissions, IReadOnlyList<string> events)
    {
        lock (Gate)
        {
            AppFragment = Registered(permissions, events);
        }
    }

    /// <summary>What the App's own deed caused comes back to it, as <see cref="Echo"/> has it.</summary>
    public void Tell(IEnumerable<SandboxDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            Echo?.Invoke(delivery);
        }
    }

    public long NextId() => ++lastId;

    /// <summary>The user of this login, who comes into being when first named.</summary>
    public SandboxUser User(string login, string type = "User") =>
        users.TryGetValue(login, out var user) ? user : users[login] = new SandboxUser(NextId(), login, type, Api);

    public SandboxUser? FindByEmail(string email) => users.Values.FirstOrDefault(user => user.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    public SandboxUser? FindUser(string login) => users.GetValueOrDefault(login);

    /// <summary>The App's installation on this account. GitHub knows at most one for each.</summary>
    public SandboxInstallation Installation(string account) =>
        installations.TryGetValue(account, out var installation)
            ? installation
            : installations[account] = new SandboxInstallation(this, NextId(), User(account, "Organization"));

    public IReadOnlyList<SandboxInstallation> Installations => [.. installations.Values.OrderBy(installation => installation.Id)];

    public SandboxInstallation? FindInstallation(long id) => installations.Values.FirstOrDefault(installation => installation.Id == id);

    public SandboxInstallation? FindInstallation(string account) => installations.GetValueOrDefault(account);

    public SandboxRepository Add(string owner, string name)
    {
        lock (Gate)
        {
            var repository = new SandboxRepository(this, NextId(), Installation(owner), name);
            repositories.Add(repository.Id, repository);
            names.Add(repository.FullName, repository);
            return repository;
        }
    }

    /// <summary>Makes a further name lead to the repository; the old ones keep doing so.</summary>
    public void Name(SandboxRepository repository) => names[repository.FullName] = repository;

    public SandboxRepository? FindRepository(long id) => repositories.GetValueOrDefault(id);

    /// <summary>By its name, or by one it had before.</summary>
    public SandboxRepository? FindRepository(string owner, string name) => names.GetValueOrDefault($"{owner}/{name}");

    private Fragment Registered(IReadOnlyDictionary<string, string> permissions, IReadOnlyList<string> events) =>
        AppJson.Of(App, User("hotfix-makers", "Organization"), Now, permissions, events);
}

using Hotfix.Sandbox.Store;

namespace Hotfix.Sandbox.Runner;

/// <summary>
/// A job of the hotfix workflow, and all that it meets: the folders of its machine, GitHub's variables and its token for it, and a store that has the item and knows who may publish it.
/// Of the surrounding program's environment it has what programs need to be found and to start, and nothing else.
/// </summary>
/// <param name="folder">An empty folder of its own. Everything that the job leaves behind is in it.</param>
/// <param name="token"><c>github.token</c>.</param>
/// <param name="storeToken">An access token of the store's.</param>
internal sealed class RunnerJob(string folder, SandboxRun run, SandboxStore store, SandboxItem item, string token, string storeToken)
{
    private static readonly string[] Lent = ["PATH", "LANG", "TMPDIR", "CHROME_PATH", "CHROMIUM_PATH"];

    /// <summary>How a program finds the .NET that it was built for.</summary>
    private const string Runtime = "DOTNET_ROOT";

    public string Workspace { get; } = Path.Combine(folder, "workspace");

    public string Temp { get; } = Path.Combine(folder, "temp");

    /// <summary>What a job's environment has.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var environment = Lent.Concat(System.Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith(Runtime, StringComparison.Ordinal)))
                .Select(name => KeyValuePair.Create(name, System.Environment.GetEnvironmentVariable(name) ?? ""))
                .Where(pair => pair.Value.Length > 0)
                .ToDictionary();
            environment["HOME"] = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
            environment["npm_config_update_notifier"] = "false";
            environment["GIT_CONFIG_NOSYSTEM"] = "1";
            environment["NO_PROXY"] = "*";

            foreach (var (name, value) in run.Variables.Concat(store.Environment))
            {
                environment[name] = value;
            }

            return environment;
        }
    }

    /// <summary>The inputs of the Action for a run that signs and publishes.</summary>
    /// <param name="binary">The path of a <c>hotfix</c> program.</param>
    /// <param name="name">What the packages are called.</param>
    /// <param name="key">The private key's PEM text.</param>
    public Dictionary<string, string> Inputs(string binary, string name, string key) => new()
    {
        ["binary"] = binary,
        ["token"] = token,
        ["name"] = name,
        ["signing-key"] = key,
        ["store-item"] = item.Id,
        ["store-publisher"] = item.Publisher,
        ["chrome-access-token"] = storeToken,
    };

    /// <summary>GitHub and the store believe the job's tokens from now on.</summary>
    public void Admit()
    {
        run.Repository.State.Tokens.Accept(token);
        store.Identity.Accept(storeToken);
    }

    /// <param name="environment">What the job's environment has.</param>
    /// <param name="standIns">As in <see cref="RunnerOptions.StandIns"/>.</param>
    public RunnerOptions Options(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>?>>? standIns = null) =>
        new(Workspace, Temp, token, environment, standIns ?? new Dictionary<string, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>?>>());
}

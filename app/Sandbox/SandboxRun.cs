using System.Globalization;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>A run of a workflow. Nothing is carried out: whoever started it says how it goes on (<see cref="SandboxRunning"/>).</summary>
/// <param name="path">The workflow's file, from the repository's root.</param>
/// <param name="name">The ref it runs on, without <c>refs/</c>.</param>
internal sealed class SandboxRun(SandboxRepository repository, long id, int number, string path, string name, SandboxCommit commit, string @event, SandboxUser by, IReadOnlyDictionary<string, string> inputs)
{
    public SandboxRepository Repository { get; } = repository;

    public long Id { get; } = id;

    /// <summary>Counted in its workflow.</summary>
    public int Number { get; } = number;

    public int Attempt { get; set; } = 1;

    public string Path { get; } = path;

    public string File => Path.Split('/')[^1];

    public string Ref => $"refs/{name}";

    public bool IsOnTag => name.StartsWith("tags/", StringComparison.Ordinal);

    /// <summary>The short name of branch or tag.</summary>
    public string Branch => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public SandboxCommit Commit { get; } = commit;

    /// <summary>What set it off: <c>push</c>, <c>workflow_dispatch</c>.</summary>
    public string Event { get; } = @event;

    public SandboxUser By { get; } = by;

    /// <summary>What a dispatch gave it.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; } = inputs;

    /// <summary><c>queued</c>, <c>in_progress</c> or <c>completed</c>.</summary>
    public string Status { get; set; } = "queued";

    public string? Conclusion { get; set; }

    public DateTimeOffset Created { get; } = repository.State.Now;

    public DateTimeOffset Updated { get; set; } = repository.State.Now;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"{Repository.Url}/actions/runs/{Id}");

    public string HtmlUrl => string.Create(CultureInfo.InvariantCulture, $"{Repository.HtmlUrl}/actions/runs/{Id}");

    /// <summary>One for each workflow.</summary>
    public long WorkflowId => Repository.WorkflowIdOf(Path);

    /// <summary>With which its steps ask for tokens; good as long as the sandbox is there.</summary>
    public string RequestToken { get; } = $"sandbox-runner-{repository.State.Chance.Id()}";

    /// <summary>What the runner tells each step of it, as far as tokens and reports need it. Source: GitHub docs, "Variables reference" and "OpenID Connect reference".</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_REPOSITORY"] = Repository.FullName,
        ["GITHUB_REPOSITORY_ID"] = $"{Repository.Id}",
        ["GITHUB_RUN_ID"] = $"{Id}",
        ["GITHUB_RUN_ATTEMPT"] = $"{Attempt}",
        ["GITHUB_RUN_NUMBER"] = $"{Number}",
        ["GITHUB_REF"] = Ref,
        ["GITHUB_REF_NAME"] = Branch,
        ["GITHUB_REF_TYPE"] = IsOnTag ? "tag" : "branch",
        ["GITHUB_SHA"] = Commit.Sha,
        ["GITHUB_EVENT_NAME"] = Event,
        ["GITHUB_ACTOR"] = By.Login,
        ["GITHUB_API_URL"] = Repository.State.Api,
        ["ACTIONS_ID_TOKEN_REQUEST_URL"] = $"{Repository.State.Api}/_apis/pipelines/oidc/{Id}/idtoken?api-version=2.0",
        ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = RequestToken,
    };
}

namespace Hotfix.Sandbox;

/// <summary>A check run on a commit, and what was said with it. Annotations only ever become more.</summary>
internal sealed class SandboxCheck(SandboxRepository repository, long id, long appId, string name, string commit)
{
    public SandboxRepository Repository { get; } = repository;

    public long Id { get; } = id;

    /// <summary>The App that created it.</summary>
    public long AppId { get; } = appId;

    /// <summary>Who it is when it writes.</summary>
    public SandboxUser Author => AppId == Repository.State.App.Id ? Repository.State.Bot : Repository.State.User($"{SandboxApp.SlugOf(AppId)}[bot]", "Bot");

    public string Name { get; } = name;

    public string Commit { get; } = commit;

    /// <summary>One for each App and commit.</summary>
    public long SuiteId => Repository.SuiteOf(AppId, Commit);

    /// <summary><c>queued</c>, <c>in_progress</c> or <c>completed</c>.</summary>
    public string Status { get; set; } = "queued";

    public string? Conclusion { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Text { get; set; }

    /// <summary>What the App calls it, for itself.</summary>
    public string ExternalId { get; set; } = "";

    /// <summary>The buttons on it.</summary>
    public IReadOnlyList<SandboxCheckAction> Actions { get; set; } = [];

    public List<SandboxAnnotation> Annotations { get; } = [];

    public DateTimeOffset Started { get; } = repository.State.Now;

    public DateTimeOffset? Completed { get; set; }

    public string Url => $"{Repository.Url}/check-runs/{Id}";
}

/// <summary>A button on a check run: what it says, what it does, and what the App is told when somebody clicks it.</summary>
internal sealed record SandboxCheckAction(string Label, string Description, string Identifier);

/// <summary>A remark on lines of a file, as it was sent.</summary>
internal sealed record SandboxAnnotation(string Path, int StartLine, int EndLine, int? StartColumn, int? EndColumn, string AnnotationLevel, string? Title, string Message);

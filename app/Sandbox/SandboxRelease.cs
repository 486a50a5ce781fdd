namespace Hotfix.Sandbox;

/// <summary>A release: what it says now.</summary>
internal sealed class SandboxRelease(SandboxRepository repository, long id, SandboxUser author, string tag, string target)
{
    private readonly List<SandboxAsset> assets = [];

    public SandboxRepository Repository { get; } = repository;

    public long Id { get; } = id;

    public SandboxUser Author { get; } = author;

    public string TagName { get; set; } = tag;

    /// <summary>The branch or commit at which publishing it makes its tag, where there is none.</summary>
    public string Target { get; set; } = target;

    public string? Name { get; set; }

    public string? Body { get; set; }

    public bool IsDraft { get; set; }

    public bool IsPrerelease { get; set; }

    /// <summary>Published while the repository's releases were immutable: its tag stays where it is, and its files are those that it has. Text, pre-release and latest can still be changed.</summary>
    public bool IsImmutable { get; set; }

    public DateTimeOffset Made { get; } = repository.State.Now;

    public DateTimeOffset Updated { get; set; } = repository.State.Now;

    public DateTimeOffset? Published { get; set; }

    /// <summary>Whether it may be the repository's latest: <c>false</c> keeps it from it.</summary>
    public string MakeLatest { get; set; } = "true";

    /// <summary>To GitHub a published release is as old as the commit it releases.</summary>
    public DateTimeOffset Created => IsDraft ? Made : Repository.Branches.Tag(TagName)?.Time ?? Made;

    public string Url => $"{Repository.Url}/releases/{Id}";

    /// <summary>Its files, in the order they came.</summary>
    public IReadOnlyList<SandboxAsset> Assets
    {
        get
        {
            lock (Repository.State.Gate)
            {
                return [.. assets];
            }
        }
    }

    /// <summary>GitHub tells nobody of a new file.</summary>
    public SandboxAsset Attach(string name, ReadOnlyMemory<byte> bytes, string type, SandboxUser by, string? label = null)
    {
        lock (Repository.State.Gate)
        {
            var asset = new SandboxAsset(this, Repository.State.NextId(), name, label, type, bytes, by);
            assets.Add(asset);
            Repository.State.Changed.Raise();

            return asset;
        }
    }

    public void Detach(SandboxAsset asset)
    {
        lock (Repository.State.Gate)
        {
            assets.Remove(asset);
            Repository.State.Changed.Raise();
        }
    }
}

/// <summary>What somebody wants a release to be; null leaves a thing as it is.</summary>
internal sealed record SandboxReleaseWish
{
    public string? TagName { get; init; }

    public string? Target { get; init; }

    public string? Name { get; init; }

    public string? Body { get; init; }

    public bool? Draft { get; init; }

    public bool? Prerelease { get; init; }

    /// <summary><c>true</c>, <c>false</c> or <c>legacy</c>.</summary>
    public string? MakeLatest { get; init; }
}

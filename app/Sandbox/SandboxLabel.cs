using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>A label of a repository. Its issues share it, so an edit shows on all of them.</summary>
internal sealed class SandboxLabel
{
    /// <summary>The colour GitHub gives to a label that was created by putting it on an issue.</summary>
    public const string DefaultColor = "ededed";

    private readonly SandboxRepository repository;

    public SandboxLabel(SandboxRepository repository, long id, string name, string color, string? description)
    {
        this.repository = repository;
        Id = id;
        Name = name;
        Color = color;
        Description = description;
        Json = LabelJson.Of(this, repository.Url);
    }

    public long Id { get; }

    public string Name { get; private set; }

    /// <summary>Six hexadecimal digits, no <c>#</c>.</summary>
    public string Color { get; private set; }

    public string? Description { get; private set; }

    public Fragment Json { get; private set; }

    public void Edit(string name, string color, string? description)
    {
        Name = name;
        Color = color;
        Description = description;
        Json = LabelJson.Of(this, repository.Url);
    }
}

using System.Collections;

namespace Hotfix.Sandbox;

/// <summary>The labels of a repository. GitHub compares their names without regard to case.</summary>
internal sealed class SandboxLabels(SandboxRepository repository) : IEnumerable<SandboxLabel>
{
    private readonly OrderedDictionary<string, SandboxLabel> labels = new(StringComparer.OrdinalIgnoreCase);

    public SandboxLabel? Find(string name) => labels.GetValueOrDefault(name);

    public SandboxLabel GetOrAdd(string name) => Find(name) ?? Add(name);

    public SandboxLabel Add(string name, string color = SandboxLabel.DefaultColor, string? description = null)
    {
        lock (repository.State.Gate)
        {
            var label = new SandboxLabel(repository, repository.State.NextId(), name, color, description);
            labels.Add(name, label);
            return label;
        }
    }

    public void Edit(SandboxLabel label, string name, string color, string? description)
    {
        lock (repository.State.Gate)
        {
            var index = labels.IndexOf(label.Name);
            labels.RemoveAt(index);
            labels.Insert(index, name, label);
            label.Edit(name, color, description);
        }
    }

    public IEnumerator<SandboxLabel> GetEnumerator()
    {
        lock (repository.State.Gate)
        {
            return labels.Values.ToList().GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

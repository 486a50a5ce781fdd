using Hotfix.Domain;
using Hotfix.GitHub.Calls;

namespace Hotfix.GitHub;

/// <summary>
/// Which labels were seen to be as they should in which repository, so that the usual case asks nothing. Somebody may change one meanwhile: this is a saving,
/// no promise.
/// </summary>
internal sealed class KnownLabels(int repositories)
{
    private readonly Lock gate = new();
    private readonly BoundedCache<long, HashSet<Label>> known = new(repositories, _ => 1);

    public bool Has(Repository repository, Label label)
    {
        lock (gate)
        {
            return known.Find(repository.Id)?.Contains(Key(label)) == true;
        }
    }

    public void Add(Repository repository, Label label)
    {
        lock (gate)
        {
            var labels = known.Find(repository.Id);

            if (labels is null)
            {
                known.Put(repository.Id, labels = []);
            }

            labels.RemoveWhere(other => other.Name.Equals(label.Name, StringComparison.OrdinalIgnoreCase)); // a profile has changed its colour
            labels.Add(Key(label));
        }
    }

    // The letter case of a name and a colour says nothing.
    private static Label Key(Label label) => label with { Name = label.Name.ToUpperInvariant(), Color = label.Color.ToUpperInvariant() };
}

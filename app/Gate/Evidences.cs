using Hotfix.Domain;

namespace Hotfix.Gate;

/// <summary>The kinds of evidence, in the order in which the documentation lists them. A new one is one line here.</summary>
internal static class Evidences
{
    public static Values<Evidence> All { get; } = [];

    public static Evidence? Find(string name) => All.FirstOrDefault(evidence => evidence.Rule.Name == name);
}

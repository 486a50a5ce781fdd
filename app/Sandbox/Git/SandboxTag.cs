using System.Text;

namespace Hotfix.Sandbox.Git;

/// <summary>An annotated tag: an object of its own that names another.</summary>
internal sealed class SandboxTag(string name, GitObject target, GitPerson tagger, string message)
{
    public string Name { get; } = name;

    public GitObject Target { get; } = target;

    public GitPerson Tagger { get; } = tagger;

    public string Message { get; } = message;

    public GitObject Object { get; } = new("tag", Encoding.UTF8.GetBytes($"object {target.Sha}\ntype {target.Kind}\ntag {name}\ntagger {tagger}\n\n{message.TrimEnd('\n')}\n"));

    public string Sha => Object.Sha;
}

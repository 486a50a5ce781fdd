using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>One verb: what it takes, and what it decides. A verb is one file in <c>Verbs/</c>, one line in <see cref="Registry"/>, one test.</summary>
internal abstract class Verb(VerbRule rule)
{
    public VerbRule Rule => rule;

    /// <summary>The least role that may use it as things stand, unless the config says otherwise.</summary>
    public virtual RepositoryRole Needs(CommandCall call) => Rule.Needs;

    /// <summary>Only ever asked where it applies, by somebody who may.</summary>
    public abstract Ruling Decide(CommandCall call);
}

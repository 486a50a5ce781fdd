using Hotfix.Domain;

namespace Hotfix.Gate;

/// <summary>A kind of evidence: what makes an item of the checklist true. One file and one line in <see cref="Evidences"/>.</summary>
internal abstract class Evidence(EvidenceRule rule)
{
    public EvidenceRule Rule => rule;

    /// <summary>Whether it is there by now, and what would bring it.</summary>
    /// <param name="call">The evidence as it was asked for, its arguments read and found right.</param>
    public abstract Finding Look(EvidenceCall call, GateItem item, GateFacts facts);

    /// <summary>What is wrong with the arguments, as it follows "this"; null when nothing is.</summary>
    public virtual string? Objection(EvidenceCall call) => null;
}

/// <param name="Usage">As people write it: <c>approval(n, by: team)</c>.</param>
/// <param name="TrueWhen">When it holds, in one sentence, for the documentation.</param>
internal sealed record EvidenceRule(string Name, string Usage, string TrueWhen)
{
    /// <summary>It is read from the pull request's own text, which whoever may edit it can change.</summary>
    public bool IsInText { get; init; }
}

/// <summary>Evidence as an item asks for it: <c>approval(2, by: security)</c>.</summary>
/// <param name="Arguments">Those without a name, in order.</param>
/// <param name="Named">Those with one.</param>
internal sealed record EvidenceCall(string Name, Values<string> Arguments, IReadOnlyDictionary<string, string> Named)
{
    public static EvidenceCall? Parse(string text) => throw new NotImplementedException(text);
}

/// <summary>An item of the checklist as it was pinned, and its line in the pull request's text.</summary>
/// <param name="Line">What stands behind the box, without the comment that names it.</param>
internal sealed record GateItem(PinnedItem Pinned, bool IsTicked, string Line);

/// <summary>What was found about an item.</summary>
/// <param name="Says">What is so, or what would close it, in one sentence of Markdown; others' words are quoted in it.</param>
/// <param name="Notes">Remarks on lines, where that helps.</param>
internal sealed record Finding(ItemStanding Standing, string Says, Values<Annotation> Notes = default)
{
    public static Finding Closed(string says) => new(ItemStanding.Closed, says);

    public static Finding Open(string says) => new(ItemStanding.Open, says);
}

/// <summary>How an item stands, the worst first.</summary>
internal enum ItemStanding
{
    /// <summary>Its line is gone, reworded, twice there, or no item any more.</summary>
    Broken,

    /// <summary>Something speaks against it: a check is red, somebody asks for changes.</summary>
    Failing,

    /// <summary>Nobody has done it yet.</summary>
    Open,

    /// <summary>It is under way: a check runs.</summary>
    Waiting,

    /// <summary>Somebody lets it pass.</summary>
    Overridden,

    /// <summary>It does not apply to this change.</summary>
    NotAsked,
    Closed,
}

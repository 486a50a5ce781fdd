using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>What the journal says of deeds that commands look back at.</summary>
internal static class Deeds
{
    /// <summary>The outcome of deleting a branch that somebody has pushed to: it stays.</summary>
    public const string BranchKept = "kept: somebody has pushed to it";

    /// <summary>The outcome of deleting a release's line that another hotfix has come to: it stays.</summary>
    public const string LineKept = "kept: another hotfix goes into it";

    /// <summary>How the outcome begins of what GitHub would not have done; its words follow.</summary>
    public const string NotLet = "not let: ";

    /// <summary>How the deeds of a delivery are taken back, the last first. What only shows something (card, answers, signs) shows the new state by itself.</summary>
    public static Values<Effect> Inverses(IEnumerable<Deed> deeds) => [.. deeds.Reverse().Select(deed => deed.Inverse).OfType<Effect>().Where(inverse => inverse is not RemoveCard and not Remember { IsEmpty: true })];

    /// <summary>What stays though the rest is taken back, a sentence each.</summary>
    public static Values<string> Lasting(IEnumerable<Deed> deeds) => [.. deeds.Select(deed => deed.Effect).Select(Replies.Lasting).OfType<string>().Distinct()];
}

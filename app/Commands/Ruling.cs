using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Commands;

/// <summary>What was decided about a command.</summary>
internal abstract record Ruling
{
    /// <param name="Sentence">Why not, and what would be right.</param>
    internal sealed record Refused(string Sentence) : Ruling;

    /// <param name="Next">The aggregate from now on.</param>
    /// <param name="Outcome">A word for the log.</param>
    /// <param name="Read">The report that was read anew, to be kept.</param>
    /// <param name="Says">An answer in Markdown, posted as a comment of its own; null where a sign is enough.</param>
    internal sealed record Done(Domain.Hotfix? Next, Values<Effect> Effects, string Outcome, string? Says = null, NextStep Then = NextStep.None, Report? Read = null) : Ruling;
}

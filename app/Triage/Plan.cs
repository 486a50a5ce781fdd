using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>What was decided about a delivery: the aggregate as it is from now on, what is to be done, and a word for the log.</summary>
/// <param name="Then">What is to be decided when all of that is done, from what became of it.</param>
/// <param name="Read">The report that was triaged, to be kept; null where none was.</param>
internal sealed record Plan(Domain.Hotfix? Next, Values<Effect> Effects, string Outcome, NextStep Then = NextStep.None, Report? Read = null);

/// <summary>A second step of a delivery, for what depends on the outcome of the first.</summary>
internal enum NextStep
{
    None,

    /// <summary>Write the card.</summary>
    Card,

    /// <summary>Write the card of an issue that cannot have one yet.</summary>
    FirstCard,
}
